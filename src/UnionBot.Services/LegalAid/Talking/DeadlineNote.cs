using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>What limits run, by the days that were told. Never without the words that a lawyer decides.</summary>
/// <param name="Limits">The nearest first.</param>
/// <param name="IsUnlimited">Unpaid wages of somebody who still works there.</param>
/// <param name="IsGeneral">Nothing was told to count from: only that there is a limit.</param>
public sealed record DeadlineNote(IReadOnlyList<SaidLimit> Limits, bool IsUnlimited, bool IsGeneral) : IReply, ISampled<DeadlineNote>
{
    private const int Most = 2;

    public bool IsUrgent => Limits.Any(l => l.IsUrgent);

    public bool IsPast => Limits.Any(l => l.IsPast);

    public static IReadOnlyList<DeadlineNote> Samples =>
    [
        new([new SaidLimit("申请劳动仲裁", new DateOnly(2026, 12, 1), 4, Urgency.Urgent, "劳动争议调解仲裁法", "第二十七条", IsCertain: true)], IsUnlimited: false, IsGeneral: false),
        new([new SaidLimit("申请劳动仲裁", new DateOnly(2027, 10, 1), 300, Urgency.Later, "劳动争议调解仲裁法", "第二十七条", IsCertain: false)], IsUnlimited: false, IsGeneral: false),
        new([new SaidLimit("申请劳动仲裁", new DateOnly(2025, 12, 1), -300, Urgency.Past, "劳动争议调解仲裁法", "第二十七条", IsCertain: true)], IsUnlimited: false, IsGeneral: false),
        new([], IsUnlimited: true, IsGeneral: false),
        new([], IsUnlimited: false, IsGeneral: true),
    ];

    /// <returns>Null when nothing is to be said of limits.</returns>
    public static DeadlineNote? Of(IntakeFacts facts, IReadOnlyList<Deadline> limits, DateOnly today) => (facts, limits) switch
    {
        ({ Topics: [], Events: [] }, _) => null,
        (_, []) when DeadlineHelper.IsUnlimited(facts.Topics, facts.IsEmployed) => new([], IsUnlimited: true, IsGeneral: false),
        (_, []) => new([], IsUnlimited: false, IsGeneral: true),
        _ => new([.. limits.Take(Most).Select(l => SaidLimit.Of(l, today))], IsUnlimited: false, IsGeneral: false),
    };
}

/// <param name="IsCertain">False where the article or the practice may differ.</param>
public sealed record SaidLimit(string Matter, DateOnly LastDay, int DaysLeft, Urgency Urgency, string Law, string Article, bool IsCertain)
{
    private const string LongName = "中华人民共和国";

    public bool IsPast => Urgency is Urgency.Past;

    public bool IsUrgent => Urgency is Urgency.Urgent;

    public bool IsSoon => Urgency is Urgency.Soon;

    public static SaidLimit Of(Deadline limit, DateOnly today) => new(
        limit.Rule.Matter, limit.LastDay, limit.DaysLeft(today), limit.UrgencyOn(today),
        limit.Rule.Source.Law.Replace(LongName, "", StringComparison.Ordinal), limit.Rule.Source.Article, limit.Rule.Source.IsCertain);
}

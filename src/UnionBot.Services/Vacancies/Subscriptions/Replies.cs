using System.Globalization;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Talking;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>The rule as it is now, so that one sentence can change it.</summary>
/// <param name="Who">For whom else; null for the worker.</param>
public sealed record RuleIsKept(int Owner, string? Who, SaidWish Said, bool IsWeekly, bool IsPaused) : IReply, ISampled<RuleIsKept>
{
    public static IReadOnlyList<RuleIsKept> Samples =>
    [
        new(VacancyRule.OfWorker, Who: null, Sampling.Everything, IsWeekly: false, IsPaused: false),
        new(1, "媳妇", Sampling.Nothing, IsWeekly: true, IsPaused: true),
    ];

    /// <summary>What tells it from another in one line.</summary>
    public IReadOnlyList<string> Brief => [.. Said.Places, .. Said.Trades, .. Said.Wants];
}

/// <summary>看看我的订阅: all rules of a person, where there are several.</summary>
public sealed record RulesAreKept(IReadOnlyList<RuleIsKept> Rules) : IReply, ISampled<RulesAreKept>
{
    public static IReadOnlyList<RulesAreKept> Samples => [new(RuleIsKept.Samples)];

    public string Count => Rules.Count.ToString(CultureInfo.InvariantCulture);

    /// <summary>By whose name one of them is changed, as an example.</summary>
    public string? Example => Rules.Select(rule => rule.Who).FirstOrDefault(who => who is not null);
}

/// <summary>工资降到三千二, where several rules may be meant.</summary>
public sealed record WhichRule(IReadOnlyList<RuleIsKept> Rules) : IReply, ISampled<WhichRule>
{
    public static IReadOnlyList<WhichRule> Samples => [new(RuleIsKept.Samples)];
}

/// <summary>Who is told on, when not all is over.</summary>
/// <param name="Own">Whether the worker's own rule goes on.</param>
/// <param name="Others">For whom else one goes on.</param>
public sealed record GoesOn(bool Own, IReadOnlyList<string> Others)
{
    /// <returns>Null when nothing goes on.</returns>
    public static GoesOn? Of(IReadOnlyList<KeptRule> left)
    {
        var active = left.Where(rule => !rule.IsPaused).ToList();
        return active.Count == 0 ? null : new GoesOn(active.Exists(rule => rule.Kept.Who is null), [.. active.Select(rule => rule.Kept.Who).OfType<string>()]);
    }
}

/// <summary>A rule that was ended, once more.</summary>
/// <param name="Who">For whom else; null for the worker.</param>
public sealed record RuleIsOver(string? Who, SaidWish Said) : IReply, ISampled<RuleIsOver>
{
    public static IReadOnlyList<RuleIsOver> Samples => [new("媳妇", Sampling.Everything), new(Who: null, Sampling.Nothing)];
}

/// <summary>退订, 不找了; behind what was ended.</summary>
/// <param name="WasTold">Whether there was anything to end, which can be taken up again.</param>
public sealed record RulesAreStopped(bool WasTold) : IReply, ISampled<RulesAreStopped>
{
    /// <summary>Null when nothing goes on.</summary>
    public GoesOn? GoesOn { get; init; }

    /// <summary>What can be taken up again, where several were ended together.</summary>
    public IReadOnlyList<string> Several { get; init; } = [];

    public static IReadOnlyList<RulesAreStopped> Samples =>
        [new(true), new(false), new(true) { Several = ["都要", "我自己的", "媳妇"] }, new(true) { GoesOn = new GoesOn(Own: true, ["媳妇", "儿子"]) }];
}

/// <summary>先别发.</summary>
/// <param name="Who">The one for whom; null for the worker, or all of them.</param>
public sealed record RulesArePaused(string? Who) : IReply, ISampled<RulesArePaused>
{
    public static IReadOnlyList<RulesArePaused> Samples => [new("媳妇"), new(Who: null)];
}

/// <summary>已找到.</summary>
/// <param name="WasTold">Whether the worker was told of new vacancies until now.</param>
public sealed record WorkIsFound(bool WasTold) : IReply, ISampled<WorkIsFound>
{
    /// <summary>Null when nothing goes on.</summary>
    public GoesOn? GoesOn { get; init; }

    /// <summary>Whether it is asked, once and for the figures, if it was found through the union.</summary>
    public bool AsksWhere { get; init; }

    public static IReadOnlyList<WorkIsFound> Samples => [new(true), new(false), new(true) { GoesOn = new GoesOn(Own: false, ["媳妇"]) }, new(true) { AsksWhere = true }];
}

/// <summary>Whoever follows again is asked whether what rested meanwhile goes on.</summary>
public sealed record RulesRest : IReply;

/// <summary>The platform lets us send one for each yes.</summary>
/// <param name="Page">Where the yes is given.</param>
public sealed record AskNoticeConsent(string Page) : IReply, ISampled<AskNoticeConsent>
{
    public static IReadOnlyList<AskNoticeConsent> Samples => [new("https://mp.weixin.qq.com/s/abcdefghijklmnopqrstuv")];
}

/// <summary>The worker has asked to be told of nothing yet.</summary>
public sealed record NoRuleYet : IReply;

/// <summary>After 60 days without a word.</summary>
public sealed record AskWhetherStillLooking : IReply;

/// <summary>What is new this evening.</summary>
public sealed record VacancyDigest(IReadOnlyList<VacancyCard> Cards) : IReply, ISampled<VacancyDigest>
{
    public static IReadOnlyList<VacancyDigest> Samples => [new(Sampling.Page.Cards), new([.. Sampling.Page.Cards.Take(1)])];
}

/// <summary>The same in short fields, for whoever's chat is closed: the best of them in one line of 20 characters.</summary>
/// <param name="Best">Null where nothing of them may be read on a locked phone.</param>
/// <param name="At">UTC.</param>
public sealed record VacancyNotice(VacancyCard? Best, DateTimeOffset At) : IReply, ISampled<VacancyNotice>
{
    /// <summary>One less than a field holds: what is paid has a word behind it.</summary>
    private const int Longest = 19;

    /// <summary>The title, and the place and the pay where there is room; "" when there is none.</summary>
    public string Line => Best is null ? "" : LineOf(Best);

    /// <summary>Whether the line ends with what is paid at least.</summary>
    public bool HasPay => Best is not null && PayOf(Best) is { Length: > 0 } pay && Line.EndsWith(pay, StringComparison.Ordinal);

    public static IReadOnlyList<VacancyNotice> Samples =>
    [
        .. Sampling.Page.Cards.Select(card => new VacancyNotice(card, new DateTimeOffset(2026, 3, 2, 10, 30, 0, TimeSpan.Zero))),
        new(Best: null, new DateTimeOffset(2026, 3, 2, 10, 30, 0, TimeSpan.Zero)),
    ];

    /// <summary>The first in order whose line may be read on a locked phone: what employers wrote may tell of 残疾 or 尘肺.</summary>
    internal static VacancyNotice Of(IReadOnlyList<VacancyCard> cards, LockScreenWords lockScreen, DateTimeOffset at) =>
        new(cards.FirstOrDefault(card => lockScreen.ForbiddenIn(LineOf(card)) is null), at);

    private static string LineOf(VacancyCard card)
    {
        var line = card.Title.Length > Longest ? card.Title[..Longest] : card.Title;
        foreach (var part in new[] { card.Street ?? card.Place, PayOf(card) })
        {
            if (part.Length > 0 && line.Length + 1 + part.Length <= Longest) line = $"{line} {part}";
        }

        return line;
    }

    private static string PayOf(VacancyCard card) => card.Pay is { IsSaid: true, Min: { Length: > 0 } least } ? least : "";
}

/// <summary>The last digest once more, to choose from.</summary>
public sealed record ShowDigest(IReadOnlyList<PushedVacancy> Pushed) : IChoiceReply, ISampled<ShowDigest>
{
    public IReadOnlyList<string> Choices => [.. Pushed.Select(p => p.Card.Title)];

    public static IReadOnlyList<ShowDigest> Samples =>
        [new([.. Sampling.Page.Cards.Select(c => new PushedVacancy(c, VacancyRule.OfWorker, Who: null, Sampling.Everything))])];
}

public sealed record NoDigestYet : IReply;

/// <summary>为什么推这个.</summary>
public sealed record WhyPushed(string Title, string? Who, SaidWish Said) : IReply, ISampled<WhyPushed>
{
    public static IReadOnlyList<WhyPushed> Samples => [new("保洁员", "媳妇", Sampling.Everything), new("保洁员", Who: null, Sampling.Nothing)];
}

/// <summary>A vacancy of the digest, and six things to say to it.</summary>
public sealed record AskDigestAnswer(VacancyDetail Detail) : IReply, ISampled<AskDigestAnswer>
{
    public static IReadOnlyList<AskDigestAnswer> Samples => [new(Sampling.Detail), new(Sampling.Bare)];
}

/// <summary>太远, 钱少 or 时间不合适: what should be otherwise is asked, one thing at a time.</summary>
public sealed record AskWhatToChange(bool IsTooFar, bool IsTooLittle) : IReply, ISampled<AskWhatToChange>
{
    public static IReadOnlyList<AskWhatToChange> Samples => [new(true, false), new(false, true), new(false, false)];
}

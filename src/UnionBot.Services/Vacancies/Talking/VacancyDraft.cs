using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>What a talk about work has come to.</summary>
/// <param name="Wish">What is wanted, by all that was said.</param>
public sealed record VacancyDraft(VacancyWish Wish)
{
    private const int MostSeen = 60;

    /// <summary>For whom; null for the worker.</summary>
    public string? Who { get; init; }

    public VacancyPage? Page { get; init; }

    /// <summary>Vacancies that were shown for this wish.</summary>
    public IReadOnlyList<long> Seen { get; init; } = [];

    /// <summary>The vacancy whose detail was shown last; null before.</summary>
    public VacancyDetail? Open { get; init; }

    /// <summary>What is wanted for other people than <see cref="Who"/>, in the order in which it comes next.</summary>
    public IReadOnlyList<OthersWish> Others { get; init; } = [];

    public UnclearPlace? Unclear { get; init; }

    /// <summary>随便 was said, and the second of the two questions is still to be asked.</summary>
    public bool PayIsNext { get; init; }

    /// <summary>Whether it was asked from where distances count: once is enough.</summary>
    public bool IsStartAsked { get; init; }

    /// <summary>A place that was sent, while it is asked whether it counts.</summary>
    public GeoPoint? Sent { get; init; }

    /// <summary>What was offered in place of a vacancy that is gone.</summary>
    public IReadOnlyList<VacancyCard> Similar { get; init; } = [];

    /// <summary>What the worker is told of from now on; null when they did not ask for it.</summary>
    public RuleIsKept? Rule { get; init; }

    public bool HasConfirmedPhone { get; init; }

    /// <summary>Everybody for whom something is wanted besides the worker.</summary>
    internal IEnumerable<string> People => Others.Select(other => other.Who).Append(Who).OfType<string>();

    /// <summary>For whom else 下一个 goes on; null when for nobody, or the worker.</summary>
    internal string? Next => Others is [var next, ..] ? next.Who : null;

    internal bool IsOwnNext => Others is [{ Who: null }, ..];

    /// <summary>The talk goes on about somebody: with what was wanted for them, or with nothing but the place.</summary>
    internal VacancyDraft For(string? who) =>
        who == Who ? this : GoOnWith(Others.FirstOrDefault(other => other.Who == who) ?? new OthersWish(who, new VacancyWish().OrWhere(Wish)));

    /// <summary>下一个: what is wanted now comes last.</summary>
    internal VacancyDraft GoOnWith(OthersWish next)
    {
        var others = Others.Where(other => other.Who != next.Who);
        var own = new OthersWish(Who, Wish) { IsShown = Page is not null };
        return new VacancyDraft(next.Wish) { Who = next.Who, Others = [.. others, .. Wish.IsEmpty ? Array.Empty<OthersWish>() : [own]] };
    }

    /// <summary>What was said for somebody else in the same breath comes next.</summary>
    internal VacancyDraft With(OthersWish? other) =>
        other is null ? this : this with { Others = [other, .. Others.Where(o => o.Who != other.Who)] };

    internal VacancyDraft Show(VacancyPage page) =>
        this with { Page = page, Open = null, Seen = Remember(page.Cards.Select(card => card.Id)) };

    /// <summary>What was seen, with more; the oldest are forgotten.</summary>
    internal IReadOnlyList<long> Remember(IEnumerable<long> more) => [.. Seen.Concat(more).Distinct().TakeLast(MostSeen)];
}

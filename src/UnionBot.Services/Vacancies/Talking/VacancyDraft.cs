using UnionBot.Chat.Dialogs;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Subscriptions;
using UnionBot.Services.Vacancies.Wishes;

namespace UnionBot.Services.Vacancies.Talking;

/// <summary>What a talk about work has come to.</summary>
/// <param name="Wish">What is wanted, by all that was said.</param>
public sealed record VacancyDraft(VacancyWish Wish)
{
    public VacancyPage? Page { get; init; }

    /// <summary>Vacancies that were shown for this wish.</summary>
    public IReadOnlyList<long> Seen { get; init; } = [];

    /// <summary>The vacancy whose detail was shown last; null before.</summary>
    public VacancyDetail? Open { get; init; }

    /// <summary>What was wanted for somebody else, and not looked for yet.</summary>
    public OthersWish? Others { get; init; }

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
}

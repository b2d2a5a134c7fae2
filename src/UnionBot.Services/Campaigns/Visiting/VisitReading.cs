using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>What a visitor told of a visit in one message. What was not said is null, false or empty; nothing is guessed.</summary>
public sealed record VisitReading
{
    public bool HasArrived { get; init; }

    /// <summary>Things of the kit in its order; a count of 0 was told (没给油), what was not told is not here.</summary>
    public IReadOnlyList<GivenItem> Given { get; init; } = [];

    /// <summary>Fen in cash; 0 was told (没给钱).</summary>
    public long? MoneyFen { get; init; }

    /// <summary>It was said that everything was given as planned; what the message excepts is so in <see cref="Given"/>.</summary>
    public bool AllAsPlanned { get; init; }

    /// <summary>What was given in place of something else; not among <see cref="Given"/>.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; init; } = [];

    /// <summary>What goes back to the store, with <see cref="DayCommand.Return"/>; not among <see cref="Given"/>.</summary>
    public IReadOnlyList<GivenItem> Returned { get; init; } = [];

    public Signer? Signer { get; init; }

    /// <summary>False when it was said that nobody signed.</summary>
    public bool? IsSigned { get; init; }

    public ToldOutcome? Outcome { get; init; }

    /// <summary>Why it was refused; null when it was not, or no reason was told.</summary>
    public RefusalReason? Refusal { get; init; }

    /// <summary>Codes of what changed in the household, of <c>visits.yaml</c>: out-of-hardship, in-hospital.</summary>
    public IReadOnlyList<VisitLabel> Changes { get; init; } = [];

    public IReadOnlyList<VisitNeed> Needs { get; init; } = [];

    /// <summary>When somebody is to come again, in China.</summary>
    public When? Again { get; init; }

    /// <summary>They do not want to be photographed or published.</summary>
    public bool NoPublicity { get; init; }

    public VisitCorrection? Correction { get; init; }

    /// <summary>The message is about the visit before the current one: 上一户写错了.</summary>
    public bool IsAboutPrevious { get; init; }

    /// <summary>Sent later than it happened: 补录.</summary>
    public bool IsLate { get; init; }

    /// <summary>When it happened by their account, not after the message; null when they did not say, or not exactly.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>Another household of the list that is meant.</summary>
    public HouseholdHint? Household { get; init; }

    public DayCommand? Command { get; init; }

    /// <summary>What has to be asked, the most important first.</summary>
    public IReadOnlyList<VisitQuestion> Unclear { get; init; } = [];

    /// <summary>Nothing of a visit is in it.</summary>
    public bool IsEmpty => this == new VisitReading { Given = Given, Substitutes = Substitutes, Returned = Returned, Changes = Changes, Needs = Needs, Unclear = Unclear }
        && Given.Count + Substitutes.Count + Returned.Count + Changes.Count + Needs.Count + Unclear.Count == 0;
}

/// <summary>A thing of the kit.</summary>
/// <param name="Count">Pieces, 0 or more.</param>
public sealed record GivenItem(KitItem Item, long Count);

/// <summary>Something that was given in place of a thing of the kit.</summary>
/// <param name="Name">As the visitor called it.</param>
/// <param name="Item">Null when it is not of the kit.</param>
/// <param name="InsteadOf">Null when they did not say for what; it is asked then.</param>
public sealed record Substitute(string Name, KitItem? Item, long Count, KitItem? InsteadOf);

/// <summary>Who signed or took it.</summary>
/// <param name="Relation">Null when somebody else did, and it was not said who.</param>
public sealed record Signer(VisitLabel? Relation)
{
    public const string Self = "self";

    public bool IsProxy => Relation?.Code != Self;
}

/// <summary>A fixed code, and what people read for it.</summary>
public sealed record VisitLabel(string Code, string Title);

/// <summary>Something new that the household needs, and the wish by which the other services know it.</summary>
public sealed record VisitNeed(string Code, string Title, Intent Wish);

/// <summary>Why somebody did not take it.</summary>
/// <param name="Reason">Null when no list knows it.</param>
/// <param name="Words">The visitor's words, at most 40 characters, where no list knows the reason.</param>
public sealed record RefusalReason(VisitLabel? Reason, string? Words);

/// <summary>Which household is meant.</summary>
/// <param name="Number">Its place in the visitor's list.</param>
/// <param name="Surname">张, of 张师傅家 and 张*家.</param>
/// <param name="Name">The whole name, where it was written.</param>
public sealed record HouseholdHint(int? Number, string? Surname, string? Name);

/// <summary>What must be asked before anything is kept.</summary>
/// <param name="About">The thing or words it is about, as to be shown; null when there is none.</param>
/// <param name="Item">The thing of the kit it is about.</param>
/// <param name="Count">The number that was said for it.</param>
public sealed record VisitQuestion(VisitDoubt Doubt, string? About = null, KitItem? Item = null, long? Count = null);

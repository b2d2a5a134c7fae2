using UnionBot.Chat.Understanding.Dates;
using UnionBot.Services.LegalAid.Deadlines;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>How far a talk about a consultation is. Kept in the encrypted state of the talk.</summary>
public sealed record BookingDraft(IntakeFacts Facts)
{
    /// <summary>The time that is wanted; null for the nearest.</summary>
    public When? When { get; init; }

    /// <summary>What is offered now.</summary>
    public IReadOnlyList<OfferedSlot> Slots { get; init; } = [];

    public IReadOnlyList<string> Seen { get; init; } = [];

    public OfferNote Note { get; init; }

    /// <summary>The time that is kept for the person; null before.</summary>
    public OfferedSlot? Held { get; init; }

    public Guid Hold { get; init; }

    public DateTimeOffset HeldUntil { get; init; }

    /// <summary>The number to call, as given; null for the one that was confirmed before, or when none is known.</summary>
    public string? Phone { get; init; }

    /// <summary>The person has none, and comes.</summary>
    public bool IsWithoutPhone { get; init; }

    /// <summary>What has been asked or said once and is not again.</summary>
    public Said Said { get; init; }

    /// <summary>The event whose day is asked for.</summary>
    public LimitEvent? AskedDay { get; init; }

    /// <summary>Whether somebody else agreed that this is told for them.</summary>
    public bool IsAgreed { get; init; }

    /// <summary>When words were last added to the story.</summary>
    public DateTimeOffset ToldAt { get; init; }

    public bool Has(Said said) => Said.HasFlag(said);

    public BookingDraft With(Said said) => this with { Said = Said | said };
}

[Flags]
public enum Said
{
    None = 0,
    Details = 1 << 0,
    Employer = 1 << 1,
    Deadline = 1 << 2,
    Group = 1 << 3,
    Place = 1 << 4,
    Papers = 1 << 5,
    Day = 1 << 6,
    Urgent = 1 << 7,
    OwnLawyer = 1 << 8,
    City = 1 << 9,
}

using UnionBot.Chat.Understanding.Dates;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>Which times are wanted. What cannot be met gives way, but for the lawyers who must not see it.</summary>
/// <param name="When">Null for the nearest.</param>
/// <param name="Employer">As it was told; lawyers who serve it are left out.</param>
/// <param name="IsUrgent">A limit ends within a week: the slots kept for that count, too.</param>
/// <param name="Seen">Keys of those shown before, which are not wanted.</param>
internal sealed record TimeWish(
    When? When, ConsultMode? Mode, string? District, LawyerWish Lawyer, string? Dialect, string? LawyerName, string? Employer, bool IsUrgent, bool IsGroup, string? Topic, IReadOnlyList<string> Seen)
{
    public static TimeWish Of(IntakeFacts facts, When? when, bool isUrgent, IReadOnlyList<string> seen) => new(
        when, facts.Mode, facts.District, facts.Wish, facts.Dialect, facts.Lawyer, facts.Employer, isUrgent, facts.People >= IntakeFacts.Group, facts.Topics is [var first, ..] ? first : null, seen);
}

/// <summary>The times that can be had.</summary>
/// <param name="Slots">At most three, the best first.</param>
/// <param name="IsExact">They are at the time that was wanted.</param>
/// <param name="Note">Why not, where something was wanted that cannot be.</param>
internal sealed record TimeOffer(IReadOnlyList<OfferedSlot> Slots, bool IsExact, OfferNote Note = OfferNote.None)
{
    public static TimeOffer Nothing { get; } = new([], IsExact: false);
}

/// <summary>Why a time that was wanted is not offered.</summary>
public enum OfferNote
{
    None,

    /// <summary>All are taken, or nobody is there.</summary>
    Full,

    /// <summary>A day off.</summary>
    DayOff,

    /// <summary>Too far ahead.</summary>
    TooFar,

    /// <summary>It has gone, or begins too soon.</summary>
    TooSoon,

    /// <summary>Nobody with what was wished of the lawyer.</summary>
    NoSuchLawyer,
}

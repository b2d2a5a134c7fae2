using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// Consultations as the talk about a new one sees them. What it changes commits with the answer that speaks of it, or not at all; of two
/// people who want the same time the database lets one have it.
/// </summary>
internal interface IConsultationDesk
{
    /// <summary>Whether lawyers can be booked here, and whether the employer must be asked for first.</summary>
    Task<Practice> PracticeAsync(CancellationToken ct);

    Task<TimeOffer> OfferAsync(TimeWish wish, DateTimeOffset at, CancellationToken ct);

    /// <summary>Keeps a time for the person, in place of one that was kept before.</summary>
    Task<HoldOutcome> HoldAsync(PersonId person, OfferedSlot slot, HoldPurpose purpose, CancellationToken ct);

    /// <summary>Makes the kept time the person's consultation.</summary>
    /// <param name="phone">The number to call; null for the one that was confirmed before.</param>
    Task<ConfirmOutcome> ConfirmAsync(PersonId person, Guid hold, IntakeFacts facts, bool isUrgent, MobileNumber? phone, CancellationToken ct);

    /// <summary>What the waiting list keeps for the person right now; null when nothing.</summary>
    Task<FreedTime?> FreedAsync(PersonId person, CancellationToken ct);

    /// <summary>Asks to be told when a time becomes free.</summary>
    Task WaitAsync(PersonId person, TimeWish wish, CancellationToken ct);
}

/// <param name="IsOffered">Else a member of staff arranges it.</param>
/// <param name="AsksEmployer">Some lawyer serves an employer, so it must be known whose side the person is on.</param>
internal readonly record struct Practice(bool IsOffered, bool AsksEmployer);

/// <param name="Until">UTC.</param>
internal sealed record FreedTime(Guid Hold, OfferedSlot Slot, DateTimeOffset Until);

/// <summary>Either the consultation or why there is none.</summary>
internal sealed record ConfirmOutcome(OwnBooking? Booking, BookingRefusal? Refusal = null);

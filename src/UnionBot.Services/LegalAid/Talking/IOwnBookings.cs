using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>A person's consultations to come, and what becomes of them. As for <see cref="IConsultationDesk"/>.</summary>
internal interface IOwnBookings
{
    /// <summary>Those to come, the next first.</summary>
    Task<IReadOnlyList<OwnBooking>> OpenAsync(PersonId person, CancellationToken ct);

    /// <summary>Times for the same matter, with nobody who must not hear of it.</summary>
    Task<TimeOffer> OfferAsync(PersonId person, Guid booking, TimeWish wish, DateTimeOffset at, CancellationToken ct);

    /// <summary>Another time in place of the old one, which somebody else may have from now on.</summary>
    /// <returns>Null when the new time is gone; then the old one stays.</returns>
    Task<OwnBooking?> MoveAsync(PersonId person, Guid booking, OfferedSlot slot, CancellationToken ct);

    /// <returns>Whether it was so late that nobody else can have the time; null when it is no consultation to come.</returns>
    Task<bool?> CancelAsync(PersonId person, Guid booking, CancellationToken ct);

    /// <summary>The person says that they will come.</summary>
    /// <returns>False when it is no consultation to come.</returns>
    Task<bool> ComeAsync(PersonId person, Guid booking, CancellationToken ct);

    /// <summary>The person is not reminded of any of them.</summary>
    /// <returns>False when there are none.</returns>
    Task<bool> StopRemindingAsync(PersonId person, CancellationToken ct);
}

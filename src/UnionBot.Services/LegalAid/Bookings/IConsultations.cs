using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// What a talk may ask of the consultations, within its turn: what it is told is kept if and only if the turn is. Of two people
/// who want one time at once, the database decides.
/// </summary>
public interface IConsultations
{
    /// <summary>Free times that fit, the best first, each time of day once. What is kept for whoever speaks is free to them.</summary>
    /// <param name="most">How many are wanted at most.</param>
    Task<IReadOnlyList<FreeSlot>> FindAsync(SlotWish wish, int most, CancellationToken ct);

    /// <summary>
    /// Keeps a time for somebody who is deciding; what they held before is let go, also when this one is refused.
    /// </summary>
    Task<HoldOutcome> HoldAsync(PersonId person, FreeSlot slot, HoldPurpose purpose, CancellationToken ct);

    /// <summary>Lets go of what they hold.</summary>
    /// <returns>False when nothing was held any more.</returns>
    Task<bool> ReleaseAsync(PersonId person, CancellationToken ct);

    /// <summary>Makes a booking of what they hold, with its reminders. It takes them off the waiting list.</summary>
    Task<BookingOutcome> ConfirmAsync(PersonId person, Guid hold, BookingDetails details, CancellationToken ct);

    /// <summary>Moves an open booking of theirs to what they hold; its reminders move with it, and the old time is free.</summary>
    /// <param name="reason">In their words; null when they gave none.</param>
    Task<BookingOutcome> MoveAsync(PersonId person, Guid booking, Guid hold, string? reason, CancellationToken ct);

    /// <summary>Cancels an open booking of theirs; none of its reminders is sent any more, and the time is free.</summary>
    /// <param name="reason">In their words; null when they gave none.</param>
    Task<BookingOutcome> CancelAsync(PersonId person, Guid booking, string? reason, CancellationToken ct);

    /// <summary>They will come (能来).</summary>
    /// <returns>False when there is no such booking of theirs that is still open.</returns>
    Task<bool> SayComingAsync(PersonId person, Guid booking, CancellationToken ct);

    /// <summary>Their open bookings, the next first; none whose time is over.</summary>
    Task<IReadOnlyList<KnownBooking>> OpenAsync(PersonId person, CancellationToken ct);

    /// <summary>The last of theirs whose time is over, while nobody wrote what came of it; null when there is none.</summary>
    Task<KnownBooking?> PastAsync(PersonId person, CancellationToken ct);

    /// <summary>
    /// From now on they are offered what becomes free, one by one, each for a quarter of an hour. A second wish takes the place of the
    /// first and keeps its turn.
    /// </summary>
    Task WaitAsync(PersonId person, KeptWish wish, CancellationToken ct);

    /// <summary>They want nothing any more of what becomes free; what is kept for them goes to whoever waits behind.</summary>
    /// <returns>False when they were not waiting.</returns>
    Task<bool> StopWaitingAsync(PersonId person, CancellationToken ct);

    /// <summary>What the waiting list keeps for them right now, to be confirmed like any hold; null when nothing.</summary>
    Task<FreedSlot?> OfferedAsync(PersonId person, CancellationToken ct);

    /// <summary>They do not want what the waiting list keeps for them: whoever waits behind them is offered it. They wait on.</summary>
    /// <returns>False when nothing was kept for them any more.</returns>
    Task<bool> DeclineAsync(PersonId person, CancellationToken ct);
}

/// <summary>What a time is held for.</summary>
/// <param name="IsUrgent">A limit ends soon: their bookings are not counted, and the times kept for the urgent are theirs, too.</param>
/// <param name="ForOther">It is for somebody else, whose bookings are counted by themselves.</param>
/// <param name="Moving">The open booking that is to be moved there; null for a new one.</param>
public sealed record HoldPurpose(bool IsUrgent = false, bool ForOther = false, Guid? Moving = null);

/// <summary>A time that is kept for somebody.</summary>
/// <param name="Until">UTC.</param>
public sealed record HeldSlot(Guid Hold, FreeSlot Slot, DateTimeOffset Until);

/// <summary>Either what is held or why not.</summary>
public sealed record HoldOutcome(HeldSlot? Held, BookingRefusal? Refusal = null);

/// <summary>Either the booking as it is now or why nothing was done.</summary>
/// <param name="IsLate">The change came closer to the start than is fair to the lawyer.</param>
public sealed record BookingOutcome(KnownBooking? Booking, BookingRefusal? Refusal = null, bool IsLate = false)
{
    /// <summary>A member of staff is to speak with them before it, since they did not come to others.</summary>
    public bool NeedsConfirming { get; init; }
}

/// <summary>A booking as its owner may see it.</summary>
/// <param name="Slot">When, with whom and where.</param>
/// <param name="Number">LA-0116-037.</param>
/// <param name="Phone">The number that is called, in full: show its end only. Null when none was given.</param>
public sealed record KnownBooking(Guid Id, string Number, FreeSlot Slot, BookingState State, string Topic, string? Phone, bool IsUrgent, bool ForOther, int Moves)
{
    /// <summary>The lawyer is away: it needs another time.</summary>
    public bool IsDisplaced { get; init; }
}

using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Services.LegalAid.Talking;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>A schedule of one city: what is free, who holds what, and what was booked.</summary>
internal sealed class ConsultationsFake : IConsultationDesk, IOwnBookings
{
    private readonly HashSet<string> _taken = [];
    private (Guid Hold, OfferedSlot? Slot) _kept;

    /// <summary>Every free time, in order.</summary>
    public List<OfferedSlot> Free { get; init; } = [];

    public bool IsOffered { get; set; } = true;

    public bool AsksEmployer { get; set; }

    public List<(OwnBooking Booking, IntakeFacts Facts, string? Phone)> Confirmed { get; } = [];

    public List<OwnBooking> Open { get; } = [];

    public List<TimeWish> Wishes { get; } = [];

    public List<string> Held { get; } = [];

    public List<Guid> Cancelled { get; } = [];

    public List<Guid> Coming { get; } = [];

    public bool IsReminding { get; private set; } = true;

    public bool IsLate { get; set; }

    /// <summary>Somebody else takes a time.</summary>
    public void Take(OfferedSlot slot) => _taken.Add(slot.Key);

    public Task<Practice> PracticeAsync(CancellationToken ct) => Task.FromResult(new Practice(IsOffered, AsksEmployer));

    public Task<TimeOffer> OfferAsync(TimeWish wish, DateTimeOffset at, CancellationToken ct)
    {
        Wishes.Add(wish);
        var free = Free.Where(s => !_taken.Contains(s.Key) && s.StartsAt > at && !wish.Seen.Contains(s.Key)).ToList();
        var exact = free.Where(s => (wish.Mode is null || s.Mode == wish.Mode) && (wish.When is null || SlotTimes.Fits(s, wish.When))).ToList();
        return Task.FromResult(exact.Count > 0
            ? new TimeOffer([.. exact.Take(3)], IsExact: true)
            : new TimeOffer([.. free.Take(3)], IsExact: false, wish.When is null ? OfferNote.None : OfferNote.Full));
    }

    public Task<TimeOffer> OfferAsync(PersonId person, Guid booking, TimeWish wish, DateTimeOffset at, CancellationToken ct) => OfferAsync(wish, at, ct);

    public Task<HoldOutcome> HoldAsync(PersonId person, OfferedSlot slot, HoldPurpose purpose, CancellationToken ct)
    {
        if (_taken.Contains(slot.Key)) return Task.FromResult(new HoldOutcome(null, BookingRefusal.SlotTaken));

        Held.Add(slot.Key);
        _kept = (Guid.CreateVersion7(), slot);
        return Task.FromResult(new HoldOutcome(new HeldSlot(_kept.Hold, new FreeSlot(1, slot.StartsAt, slot.StartsAt, ConsultationModes.Phone, null), slot.StartsAt)));
    }

    /// <summary>What the waiting list keeps for the person.</summary>
    public OfferedSlot? Freed { get; set; }

    public Task<FreedTime?> FreedAsync(PersonId person, CancellationToken ct)
    {
        if (Freed is null) return Task.FromResult<FreedTime?>(null);

        _kept = (Guid.CreateVersion7(), Freed);
        return Task.FromResult<FreedTime?>(new FreedTime(_kept.Hold, Freed, Freed.StartsAt));
    }

    /// <summary>Eight minutes are over.</summary>
    public void LetGo() => _kept = default;

    public Task<ConfirmOutcome> ConfirmAsync(PersonId person, Guid hold, IntakeFacts facts, bool isUrgent, MobileNumber? phone, CancellationToken ct)
    {
        var slot = _kept.Slot;
        if (hold != _kept.Hold || slot is null) return Task.FromResult(new ConfirmOutcome(null, BookingRefusal.HoldOver));
        if (!_taken.Add(slot.Key)) return Task.FromResult(new ConfirmOutcome(null, BookingRefusal.SlotTaken));

        var booking = new OwnBooking($"{Confirmed.Count + 1:x32}", $"LA-{UnionCalendar.DayOf(slot.StartsAt):MMdd}-00{Confirmed.Count + 1}", slot) { PhoneTail = phone?.Value[^4..] };
        Confirmed.Add((booking, facts, phone?.Value));
        Open.Add(booking);
        return Task.FromResult(new ConfirmOutcome(booking));
    }

    public Task WaitAsync(PersonId person, TimeWish wish, CancellationToken ct)
    {
        Wishes.Add(wish);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<OwnBooking>> OpenAsync(PersonId person, CancellationToken ct) => Task.FromResult<IReadOnlyList<OwnBooking>>([.. Open]);

    public Task<OwnBooking?> MoveAsync(PersonId person, Guid booking, OfferedSlot slot, CancellationToken ct)
    {
        if (!_taken.Add(slot.Key)) return Task.FromResult<OwnBooking?>(null);

        var old = Open.Single(b => b.Key == booking);
        Open.Remove(old);
        Open.Add(old with { Slot = slot });
        return Task.FromResult<OwnBooking?>(Open[^1]);
    }

    public Task<bool?> CancelAsync(PersonId person, Guid booking, CancellationToken ct)
    {
        if (Open.RemoveAll(b => b.Key == booking) == 0) return Task.FromResult<bool?>(null);

        Cancelled.Add(booking);
        return Task.FromResult<bool?>(IsLate);
    }

    public Task<bool> ComeAsync(PersonId person, Guid booking, CancellationToken ct)
    {
        Coming.Add(booking);
        return Task.FromResult(Open.Exists(b => b.Key == booking));
    }

    public Task<bool> StopRemindingAsync(PersonId person, CancellationToken ct)
    {
        IsReminding = false;
        return Task.FromResult(Open.Count > 0);
    }
}

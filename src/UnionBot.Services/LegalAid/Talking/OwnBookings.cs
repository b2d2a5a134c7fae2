using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Lawyers;
using UnionBot.Services.LegalAid.Reminders;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>A person's consultations to come, and what becomes of them. As for <see cref="ConsultationDesk"/>.</summary>
/// <param name="reminders">Made only when somebody wants none: it takes the database.</param>
internal sealed class OwnBookings(
    TurnDatabase turn,
    IConsultations consultations,
    TimeFinder finder,
    EmployerConflicts conflicts,
    LawyerDesk lawyers,
    LegalAidCiphers ciphers,
    RegionBook regions,
    Lazy<ReminderPlan> reminders)
{
    private const int TailDigits = 4;

    private const int GivenDays = 7;

    public static OwnBooking Show(KnownBooking known) => new(known.Id.ToString("N"), known.Number, SlotKey.Show(known.Slot))
    {
        PhoneTail = known.Phone?[^TailDigits..],
        IsDisplaced = known.IsDisplaced,
    };

    /// <summary>Those to come, the next first.</summary>
    public async Task<IReadOnlyList<OwnBooking>> OpenAsync(PersonId person, CancellationToken ct) =>
        [.. (await consultations.OpenAsync(person, ct)).Select(Show)];

    /// <summary>The last whose time is over, while nobody wrote what came of it; null when there is none.</summary>
    public async Task<OwnBooking?> PastAsync(PersonId person, CancellationToken ct) =>
        await consultations.PastAsync(person, ct) is { } past ? Show(past) : null;

    /// <summary>What they are to give in the next days as a lawyer.</summary>
    /// <returns>Null when they are none.</returns>
    public Task<IReadOnlyList<LawyerLine>?> GivenAsync(PersonId person, DateTimeOffset at, CancellationToken ct) =>
        lawyers.LinesAsync(person, UnionCalendar.DayOf(at), GivenDays, at, ct);

    /// <summary>Times for the same matter, with nobody who must not hear of it.</summary>
    public async Task<TimeOffer> OfferAsync(PersonId person, Guid booking, TimeWish wish, DateTimeOffset at, CancellationToken ct)
    {
        var db = turn.Db;
        var kept = await db.Set<Booking>().AsNoTracking().SingleAsync(b => b.Id == booking && b.PersonId == person, ct);
        var district = kept.RegionCode is { } code ? regions.ByCode(code)?.Name : null;
        var same = wish with { District = district, IsUrgent = kept.IsUrgent, IsGroup = kept.People >= Intake.IntakeFacts.Group, Topic = kept.Topic };
        return await finder.OfferAsync(db, same, await conflicts.LawyersOfAsync(db, ciphers.OpenTold(kept)?.Employer, ct), at, ct);
    }

    /// <summary>Another time in place of the old one, which somebody else may have from now on.</summary>
    /// <returns>Null when the new time is gone; then the old one stays.</returns>
    public async Task<OwnBooking?> MoveAsync(PersonId person, Guid booking, OfferedSlot slot, CancellationToken ct)
    {
        var kept = await turn.Db.Set<Booking>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == booking && b.PersonId == person, ct);
        if (kept is null) return null;

        var hold = await consultations.HoldAsync(person, SlotKey.Read(slot), new HoldPurpose(kept.IsUrgent, kept.ForOther, booking), ct);
        if (hold.Held is not { } held) return null;

        var moved = await consultations.MoveAsync(person, booking, held.Hold, reason: null, ct);
        return moved.Booking is { } known ? Show(known) : null;
    }

    /// <returns>Whether it was so late that nobody else can have the time; null when it is no consultation to come.</returns>
    public async Task<bool?> CancelAsync(PersonId person, Guid booking, CancellationToken ct)
    {
        var outcome = await consultations.CancelAsync(person, booking, reason: null, ct);
        return outcome.Refusal is null ? outcome.IsLate : null;
    }

    /// <summary>The person says that they will come.</summary>
    /// <returns>False when it is no consultation to come.</returns>
    public Task<bool> ComeAsync(PersonId person, Guid booking, CancellationToken ct) => consultations.SayComingAsync(person, booking, ct);

    /// <summary>The person is not reminded of any of them.</summary>
    /// <returns>False when there are none.</returns>
    public async Task<bool> StopRemindingAsync(PersonId person, CancellationToken ct)
    {
        var open = await turn.Db.Set<Booking>().AsNoTracking().Where(b => b.PersonId == person && b.State == BookingState.Booked).ToListAsync(ct);
        foreach (var booking in open) await reminders.Value.WithdrawAsync(booking, ct);
        return open.Count > 0;
    }
}

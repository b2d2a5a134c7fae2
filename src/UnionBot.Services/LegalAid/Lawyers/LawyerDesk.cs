using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Lawyers;

/// <summary>A lawyer's own consultations, within the turn that speaks of them. Who is no lawyer, or not the lawyer of a booking, gets nothing.</summary>
/// <param name="staff">As are the others, made only when a lawyer does something: they take the database.</param>
internal sealed class LawyerDesk(
    TurnDatabase turn,
    LawyerBinding binding,
    BookingPhones phones,
    Lazy<StaffBookings> staff,
    Lazy<OutcomeRegister> outcomes,
    Lazy<ConsultationRecords> records,
    Lazy<CalendarLinks> calendars)
{
    private const string PhoneRead = "booking/phone-read";

    public Task<BindOutcome> BindAsync(PersonId person, string code, CancellationToken ct) => binding.BindAsync(turn.Db, person, code, ct);

    /// <returns>Null when the person is no lawyer.</returns>
    public Task<long?> LawyerOfAsync(PersonId person, CancellationToken ct) => LawyerBinding.LawyerOfAsync(turn.Db, person, ct);

    /// <summary>Whether a booking is this lawyer's, by its number as typed.</summary>
    public async Task<bool> IsTheirsAsync(PersonId person, string number, CancellationToken ct) =>
        await turn.Db.BookingIdAsync(number, ct) is { } id && await FindAsync(person, id, ct) is not null;

    /// <summary>Their consultations of some days, without what was told; of calls that are still to be made, the number to call.</summary>
    /// <param name="from">The first day in China.</param>
    /// <param name="days">How many.</param>
    /// <returns>Null when the person is no lawyer.</returns>
    public async Task<IReadOnlyList<LawyerLine>?> LinesAsync(PersonId person, DateOnly from, int days, DateTimeOffset at, CancellationToken ct)
    {
        if (await LawyerOfAsync(person, ct) is not { } lawyer) return null;

        var db = turn.Db;
        var (start, end) = (ScheduleData.Moment(from, TimeOnly.MinValue), ScheduleData.Moment(from.AddDays(days), TimeOnly.MinValue));
        var rows = await db.Bookings.AsNoTracking()
            .Where(b => b.LawyerId == lawyer && b.StartsAt >= start && b.StartsAt < end && b.State != BookingState.Cancelled)
            .Where(b => b.State != BookingState.Booked || b.TakenTimeId != null)
            .OrderBy(b => b.StartsAt).Select(b => new { Booking = b, Site = db.Set<Site>().Where(s => s.Id == b.SiteId).Select(s => s.Name).FirstOrDefault() }).ToListAsync(ct);
        var lines = new List<LawyerLine>(rows.Count);
        foreach (var row in rows)
        {
            var phone = row.Booking is { IsOpen: true, Mode: ConsultationModes.Phone } ? await phones.FindAsync(db, row.Booking, ct) : null;
            if (phone is not null) new AuditLog(db).Add(AuditActor.Person(person), PhoneRead, BookingAudit.SubjectOf(row.Booking.Id), at);
            lines.Add(LawyerLine.Of(row.Booking, row.Site, phone));
        }

        return lines;
    }

    /// <summary>Opens what was told; that it was read, and why, is kept with the turn.</summary>
    /// <returns>Null when it is none of theirs.</returns>
    public async Task<OpenedConsultation?> OpenAsync(PersonId person, Guid id, string reason, CancellationToken ct)
    {
        if (await FindAsync(person, id, ct) is not { } booking) return null;
        if (await records.Value.ReadInChatAsync(booking, person, reason, ct) is not { } record) return null;

        var db = turn.Db;
        var site = await db.Sites.Where(s => s.Id == booking.SiteId).Select(s => s.Name).FirstOrDefaultAsync(ct);
        var phone = booking.Mode is ConsultationModes.Phone ? await phones.FindAsync(db, booking, ct) : null;
        var seen = await db.Outcomes.Where(o => o.BookingId == id).MaxAsync(o => (int?)o.Version, ct) ?? 0;
        return new OpenedConsultation(LawyerLine.Of(booking, site, phone), booking.Topic, booking.People, record, seen);
    }

    /// <returns>Null when it is none of theirs.</returns>
    public async Task<(Guid Id, string Number, int Seen)?> FindAsync(PersonId person, string number, CancellationToken ct)
    {
        if (await turn.Db.BookingIdAsync(number, ct) is not { } id || await FindAsync(person, id, ct) is not { } booking) return null;

        return (id, booking.Number, await turn.Db.Outcomes.Where(o => o.BookingId == id).MaxAsync(o => (int?)o.Version, ct) ?? 0);
    }

    /// <param name="deed">They are there, did not come, or did not answer.</param>
    /// <returns>Null when it is done.</returns>
    public async Task<BookingRefusal?> SayAsync(PersonId person, Guid id, OutcomeCue deed, CancellationToken ct)
    {
        if (await FindAsync(person, id, ct) is not { } booking) return BookingRefusal.NoSuchBooking;

        var who = AuditActor.Person(person);
        return deed switch
        {
            OutcomeCue.Came => await staff.Value.CheckInAsync(booking.Number, who, ct),
            OutcomeCue.Missed => await staff.Value.MissAsync(booking.Number, who, ct),
            _ => await staff.Value.CallInVainAsync(booking.Number, who, ct),
        };
    }

    /// <returns>Null when it is written.</returns>
    public async Task<OutcomeRefusal?> WriteAsync(PersonId person, Guid id, OutcomeDetails details, int seen, CancellationToken ct) =>
        await FindAsync(person, id, ct) is { } booking
            ? await outcomes.Value.WriteAsync(booking.Number, details, seen, AuditActor.Person(person), ct)
            : OutcomeRefusal.NoSuchBooking;

    /// <summary>A new secret address of their calendar.</summary>
    /// <returns>Null when the person is no lawyer.</returns>
    public async Task<Uri?> OpenCalendarAsync(PersonId person, CancellationToken ct) =>
        await LawyerOfAsync(person, ct) is { } lawyer ? await calendars.Value.OpenAsync(lawyer, AuditActor.Person(person), ct) : null;

    /// <returns>False when there was none.</returns>
    public async Task<bool> EndCalendarAsync(PersonId person, CancellationToken ct) =>
        await LawyerOfAsync(person, ct) is { } lawyer && await calendars.Value.EndAsync(lawyer, AuditActor.Person(person), ct);

    private async Task<Booking?> FindAsync(PersonId person, Guid id, CancellationToken ct) => await LawyerOfAsync(person, ct) is { } lawyer
        ? await turn.Db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id && b.LawyerId == lawyer, ct)
        : null;
}

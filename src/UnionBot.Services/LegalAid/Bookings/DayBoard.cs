using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>A day of consultations as staff see it: what is booked, what somebody is deciding upon, what is free. Nothing of what was told.</summary>
public sealed class DayBoard
{
    private readonly UnionDb _db;
    private readonly StaffTimes _times;
    private readonly LegalAidRules _rules;
    private readonly LegalAidCiphers _ciphers;
    private readonly BusinessClock _clock;

    internal DayBoard(UnionDb db, StaffTimes times, LegalAidRules rules, LegalAidCiphers ciphers, BusinessClock clock) =>
        (_db, _times, _rules, _ciphers, _clock) = (db, times, rules, ciphers, clock);

    /// <param name="part">What is shown of it.</param>
    public async Task<BoardDay> ReadAsync(DateOnly day, LegalPart part, CancellationToken ct)
    {
        var (from, until) = (ScheduleData.Moment(day, TimeOnly.MinValue), ScheduleData.Moment(day.AddDays(1), TimeOnly.MinValue));
        var lawyers = (await _db.Lawyers.AsNoTracking().ToListAsync(ct)).ToDictionary(l => l.Id, l => _ciphers.OpenLawyer(l.Id, l.Name));
        var sites = await _db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new BoardDay(
            day,
            await ShowAsync(_db.BookingsIn(part), from, until, lawyers, sites, ct),
            await ShowAsync(_db.TakenTimesIn(part), from, until, lawyers, sites, ct),
            await FreeAsync(day, part, ct));
    }

    private async Task<IReadOnlyList<BoardBooking>> ShowAsync(
        IQueryable<Booking> among, DateTimeOffset from, DateTimeOffset until, Dictionary<long, string> lawyers, Dictionary<long, string> sites, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        var rows = await among.AsNoTracking()
            .Where(b => b.StartsAt >= from && b.StartsAt < until).OrderBy(b => b.StartsAt).ThenBy(b => b.LawyerId).ThenBy(b => b.BookedAt)
            .Select(b => new { Booking = b, Steps = _db.Set<BookingEvent>().Count(e => e.BookingId == b.Id) })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(r => new BoardBooking(
                r.Booking.Id, r.Booking.Number, r.Booking.StartsAt, r.Booking.Mode, lawyers[r.Booking.LawyerId], NameOf(r.Booking.SiteId, sites), r.Booking.State, r.Steps)
            {
                IsUrgent = r.Booking.IsUrgent,
                IsComing = r.Booking.IsComing,
                IsDisplaced = r.Booking is { State: BookingState.Booked, TakenTimeId: null },
                FailedCalls = r.Booking.FailedCalls,
                Moves = r.Booking.Moves,
                MayBeMissed = r.Booking.State is BookingState.Booked && now >= r.Booking.StartsAt + _rules.LateArrival,
            }),
        ];
    }

    private async Task<IReadOnlyList<BoardHold>> ShowAsync(
        IQueryable<TakenTime> among, DateTimeOffset from, DateTimeOffset until, Dictionary<long, string> lawyers, Dictionary<long, string> sites, CancellationToken ct)
    {
        var now = _clock.GetUtcNow();
        var held = await among.AsNoTracking()
            .Where(t => t.StartsAt >= from && t.StartsAt < until && t.HeldUntil > now).OrderBy(t => t.StartsAt).ToListAsync(ct);
        return [.. held.Select(t => new BoardHold(t.StartsAt, t.Mode, lawyers[t.LawyerId], NameOf(t.SiteId, sites), t.HeldUntil!.Value))];
    }

    private async Task<IReadOnlyList<BoardPlace>> FreeAsync(DateOnly day, LegalPart part, CancellationToken ct)
    {
        if (day < UnionCalendar.DayOf(_clock.GetUtcNow())) return [];

        var data = await _times.ReadAsync(_db, day, day, lawyer: null, ct);
        var wish = new SlotWish { From = day, Until = day };
        var offered = _times.Find(data, wish).ToHashSet();
        var free = await _db.SlotsInAsync(part, _times.Find(data, wish with { IsUrgent = true }), ct);
        return [.. free.Select(s => new BoardPlace(s.StartsAt, s.Mode, s.Lawyer, s.Site, IsKept: !offered.Contains(s)))];
    }

    private static string? NameOf(long? site, Dictionary<long, string> sites) => site is { } id ? sites[id] : null;
}

/// <param name="Day">In China.</param>
/// <param name="Bookings">By time and lawyer.</param>
/// <param name="Free">None of a day that is over.</param>
public sealed record BoardDay(DateOnly Day, IReadOnlyList<BoardBooking> Bookings, IReadOnlyList<BoardHold> Held, IReadOnlyList<BoardPlace> Free);

/// <summary>A booking on the board.</summary>
/// <param name="Lawyer">In clear; never logged.</param>
/// <param name="Site">Null when nobody has to come anywhere.</param>
/// <param name="Steps">How long its history is: the version that somebody looks at.</param>
public sealed record BoardBooking(
    Guid Id, string Number, DateTimeOffset StartsAt, ConsultationModes Mode, string Lawyer, string? Site, BookingState State, int Steps)
{
    /// <summary>So many changes are worth a friendly word, and nothing else comes of them.</summary>
    private const int ManyMoves = 3;

    public bool IsUrgent { get; init; }

    /// <summary>How often its time or lawyer was changed.</summary>
    public int Moves { get; init; }

    public bool IsMovedOften => Moves >= ManyMoves;

    /// <summary>They answered to a reminder that they will come.</summary>
    public bool IsComing { get; init; }

    /// <summary>Its time was taken back; another one is looked for.</summary>
    public bool IsDisplaced { get; init; }

    /// <summary>How often they were called in vain.</summary>
    public int FailedCalls { get; init; }

    /// <summary>They have not come, and are too late by now.</summary>
    public bool MayBeMissed { get; init; }
}

/// <summary>A time that somebody is deciding upon.</summary>
/// <param name="Until">UTC.</param>
public sealed record BoardHold(DateTimeOffset StartsAt, ConsultationModes Mode, string Lawyer, string? Site, DateTimeOffset Until);

/// <summary>A time that is free.</summary>
/// <param name="IsKept">For the urgent, until it is close.</param>
public sealed record BoardPlace(DateTimeOffset StartsAt, ConsultationModes Mode, string Lawyer, string? Site, bool IsKept);

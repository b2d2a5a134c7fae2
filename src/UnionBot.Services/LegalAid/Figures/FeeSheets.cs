using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>Reckons 值班补贴 from the rota that is known now and from what was held.</summary>
public sealed class FeeSheets
{
    private readonly UnionDb _db;
    private readonly ScheduleReader _reader;
    private readonly HolidaySchedule _holidays;
    private readonly LegalAidRules _rules;
    private readonly LegalAidCiphers _ciphers;
    private readonly BusinessClock _clock;

    internal FeeSheets(UnionDb db, ScheduleReader reader, HolidaySchedule holidays, LegalAidRules rules, LegalAidCiphers ciphers, BusinessClock clock) =>
        (_db, _reader, _holidays, _rules, _ciphers, _clock) = (db, reader, holidays, rules, ciphers, clock);

    /// <summary>Of the lawyers of a part; blocks that are not over are left out.</summary>
    public async Task<FeeSheet> ReadAsync(FigurePeriod period, LegalPart part, CancellationToken ct)
    {
        var data = await _reader.ReadAsync(_db, period.From, period.Until, lawyer: null, own: null, ct);
        var theirs = await _db.LawyersIn(part).AsNoTracking().OrderBy(l => l.Id).ToListAsync(ct);
        var held = (await HeldAsync(period, ct)).ToLookup(b => b.LawyerId);
        var lines = theirs.SelectMany(lawyer => LinesOf(lawyer, data, [.. held[lawyer.Id]], period)).ToList();
        return new FeeSheet(period, lines, [.. lines.GroupBy(l => (l.Lawyer, l.Office)).Select(TotalOf)]);
    }

    private IEnumerable<FeeLine> LinesOf(Lawyer lawyer, ScheduleData data, List<Booking> held, FigurePeriod period)
    {
        var (name, now) = (_ciphers.OpenLawyer(lawyer.Id, lawyer.Name), _clock.GetUtcNow());
        for (var day = period.From; day <= period.Until; day = day.AddDays(1))
        {
            var rest = held.FindAll(b => UnionCalendar.DayOf(b.StartsAt) == day);
            foreach (var block in data.BlocksOf(lawyer.Id, day, _holidays).Where(b => b.EndsAt <= now))
            {
                var within = rest.FindAll(b => b.StartsAt >= block.StartsAt && b.StartsAt < block.EndsAt);
                if (within.Count == 0 && data.IsAwayAll(block)) continue;

                rest.RemoveAll(within.Contains);
                yield return new FeeLine(name, lawyer.Office, day, (ClockOf(block.StartsAt), ClockOf(block.EndsAt)), block.SiteId is { } site ? data.Sites[site].Name : null, within.Count);
            }

            if (rest.Count > 0) yield return new FeeLine(name, lawyer.Office, day, null, null, rest.Count);
        }
    }

    /// <summary>As the figures say what took place.</summary>
    private async Task<List<Booking>> HeldAsync(FigurePeriod period, CancellationToken ct)
    {
        var (from, until) = (period.StartsAt, period.EndsAt);
        var bookings = await _db.Bookings.AsNoTracking()
            .Where(b => b.StartsAt >= from && b.StartsAt < until && (b.State == BookingState.CheckedIn || b.State == BookingState.Done || b.State == BookingState.Transferred))
            .ToListAsync(ct);
        return bookings.FindAll(b => new ConsultationFact { Number = b.Number, At = b.StartsAt, Booking = b.Id, State = b.State, EndedAt = b.EndedAt }.TookPlace);
    }

    private FeeTotal TotalOf(IGrouping<(string Lawyer, string Office), FeeLine> lines)
    {
        var sessions = lines.Count(line => line.Hours is not null);
        return new FeeTotal(lines.Key.Lawyer, lines.Key.Office, sessions, lines.Sum(line => line.Held), _rules.SessionFeeFen * sessions);
    }

    private static TimeOnly ClockOf(DateTimeOffset moment) => TimeOnly.FromDateTime(moment.ToOffset(UnionCalendar.ChinaOffset).DateTime);
}

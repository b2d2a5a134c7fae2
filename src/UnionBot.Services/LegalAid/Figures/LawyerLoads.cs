using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>律师场次与利用率: how much of their hours lawyers were booked, by the rota that is known now.</summary>
internal sealed class LawyerLoads(ScheduleReader reader, HolidaySchedule holidays, LegalAidCiphers ciphers)
{
    public async Task<IReadOnlyList<LawyerLoad>> ReadAsync(UnionDb db, FigurePeriod period, LegalPart part, CancellationToken ct)
    {
        var theirs = await db.LawyersIn(part).Select(l => l.Id).ToHashSetAsync(ct);
        var data = await reader.ReadAsync(db, period.From, period.Until, lawyer: null, own: null, ct);
        var (from, until) = (period.StartsAt, period.EndsAt);
        var booked = await db.Bookings.AsNoTracking()
            .Where(b => b.StartsAt >= from && b.StartsAt < until && b.State != BookingState.Cancelled)
            .Select(b => new { b.LawyerId, b.StartsAt, b.EndsAt }).ToListAsync(ct);
        var times = booked.ToLookup(b => b.LawyerId, b => b.EndsAt - b.StartsAt);
        return [.. data.Lawyers.Where(l => theirs.Contains(l.Id)).Select(lawyer => LoadOf(lawyer, Sessions(data, lawyer.Id, period), [.. times[lawyer.Id]]))];
    }

    private LawyerLoad LoadOf(Lawyer lawyer, List<TimeSpan> sessions, List<TimeSpan> booked) => new(
        ciphers.OpenLawyer(lawyer.Id, lawyer.Name), lawyer.Office, sessions.Count, booked.Count, Minutes(booked), Minutes(sessions));

    private static long Minutes(IEnumerable<TimeSpan> times) => (long)times.Sum(time => time.TotalMinutes);

    /// <summary>The time of each block in which the lawyer was there.</summary>
    private List<TimeSpan> Sessions(ScheduleData data, long lawyer, FigurePeriod period)
    {
        var sessions = new List<TimeSpan>();
        for (var day = period.From; day <= period.Until; day = day.AddDays(1))
        {
            var offered = data.BlocksOf(lawyer, day, holidays).Select(block => Offered(block, data.Absences)).Where(time => time > TimeSpan.Zero);
            sessions.AddRange(offered);
        }

        return sessions;
    }

    /// <summary>What is left of a block when leave and days of rest are taken out. Who calls a closed site is answered all the same.</summary>
    private static TimeSpan Offered(WorkBlock block, IEnumerable<Absence> absences)
    {
        var (left, at) = (TimeSpan.Zero, block.StartsAt);
        foreach (var away in absences.Where(a => a.SiteId is null && (a.LawyerId is null || a.LawyerId == block.LawyerId)).OrderBy(a => a.StartsAt))
        {
            if (away.StartsAt >= block.EndsAt || away.EndsAt <= at) continue;
            if (away.StartsAt > at) left += away.StartsAt - at;
            at = away.EndsAt;
        }

        return at < block.EndsAt ? left + (block.EndsAt - at) : left;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Reads what decides which times are free.</summary>
internal sealed class ScheduleReader(BusinessClock clock)
{
    /// <param name="lawyer">The one lawyer it is about; null for all.</param>
    /// <param name="own">Whose holds are in nobody's way: what is kept for them is free to them; null for nobody's.</param>
    public async Task<ScheduleData> ReadAsync(UnionDb db, DateOnly first, DateOnly last, long? lawyer, PersonId? own, CancellationToken ct)
    {
        var (from, until) = (ScheduleData.Moment(first, TimeOnly.MinValue), ScheduleData.Moment(last.AddDays(1), TimeOnly.MinValue));
        var lawyers = await db.Lawyers.AsNoTracking().Where(l => l.IsActive && (lawyer == null || l.Id == lawyer)).OrderBy(l => l.Id).ToListAsync(ct);
        var sites = await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        var rota = await db.RotaBlocks.AsNoTracking().Where(b => lawyer == null || b.LawyerId == lawyer).ToListAsync(ct);
        var extras = await db.ExtraBlocks.AsNoTracking()
            .Where(b => b.Day >= first && b.Day <= last && (lawyer == null || b.LawyerId == lawyer)).ToListAsync(ct);
        var absences = await db.Absences.AsNoTracking().Where(a => a.StartsAt < until && a.EndsAt > from).ToListAsync(ct);
        return new ScheduleData(
            lawyers,
            sites,
            rota.ToLookup(b => b.LawyerId),
            extras.ToLookup(b => b.LawyerId),
            absences,
            (await BusyAsync(db, from, until, own, ct)).ToLookup(b => b.LawyerId));
    }

    /// <summary>All lawyers', also where it is about one: they share rooms.</summary>
    private Task<List<BusyTime>> BusyAsync(UnionDb db, DateTimeOffset from, DateTimeOffset until, PersonId? own, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var taken = db.TakenTimes.AsNoTracking()
            .Where(t => t.BusyUntil > from && t.BusyFrom < until && (t.HeldUntil == null || t.HeldUntil > now));
        if (own is { } person) taken = taken.Where(t => t.HeldUntil == null || t.HeldBy != person);
        return taken.Select(t => new BusyTime(t.LawyerId, t.SiteId, t.BusyFrom, t.BusyUntil)).ToListAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>The lawyers with their weeks, the sites, and the days that differ, for staff to look at.</summary>
public sealed class ScheduleBook(UnionDb db, LegalAidCiphers ciphers, BusinessClock clock)
{
    public async Task<WholeSchedule> ReadAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UnionCalendar.DayOf(now);
        var lawyers = await db.Lawyers.AsNoTracking().Where(l => l.IsActive).OrderBy(l => l.Id).ToListAsync(ct);
        var names = (await db.Lawyers.AsNoTracking().ToListAsync(ct)).ToDictionary(l => l.Id, NameOf);
        var sites = await db.Sites.AsNoTracking().OrderBy(s => s.Name).ToListAsync(ct);
        var blocks = await db.RotaBlocks.AsNoTracking().Where(b => b.ValidUntil == null || b.ValidUntil >= today).ToListAsync(ct);
        var absences = await db.Absences.AsNoTracking().Where(a => a.EndsAt > now).OrderBy(a => a.StartsAt).ToListAsync(ct);
        var extras = await db.ExtraBlocks.AsNoTracking().Where(b => b.Day >= today).OrderBy(b => b.Day).ThenBy(b => b.StartsAt).ToListAsync(ct);
        var places = sites.ToDictionary(s => s.Id, s => s.Name);
        return new WholeSchedule(
            [.. lawyers.Select(l => new ListedLawyer(l, names[l.Id], [.. blocks.Where(b => b.LawyerId == l.Id).OrderBy(Monday).ThenBy(b => b.StartsAt).Select(b => new ListedHours(b.Weekday, b.StartsAt, b.EndsAt, b.SiteId is { } at ? places[at] : null, b.Modes))]))],
            sites,
            [.. absences.Select(a => new ListedAbsence(a.StartsAt, a.EndsAt, a.LawyerId is { } who ? names[who] : null, a.SiteId is { } at ? places[at] : null, a.Reason))],
            [.. extras.Select(b => new ListedExtra(b.Day, b.StartsAt, b.EndsAt, names[b.LawyerId], b.SiteId is { } at ? places[at] : null))]);
    }

    /// <summary>Who works for the union, by number.</summary>
    public async Task<IReadOnlyDictionary<long, string>> LawyersAsync(CancellationToken ct) =>
        (await db.Lawyers.AsNoTracking().Where(l => l.IsActive).OrderBy(l => l.Id).ToListAsync(ct)).ToDictionary(l => l.Id, NameOf);

    private string NameOf(Lawyer lawyer) => ciphers.OpenLawyer(lawyer.Id, lawyer.Name);

    /// <summary>A week begins on Monday.</summary>
    private static int Monday(RotaBlock block) => ((int)block.Weekday + 6) % 7;
}

/// <param name="Absences">By their beginning; those that are over are left out.</param>
public sealed record WholeSchedule(
    IReadOnlyList<ListedLawyer> Lawyers, IReadOnlyList<Site> Sites, IReadOnlyList<ListedAbsence> Absences, IReadOnlyList<ListedExtra> Extras);

/// <param name="Name">In clear; never logged.</param>
/// <param name="Hours">Of a week that begins on Monday.</param>
public sealed record ListedLawyer(Lawyer Lawyer, string Name, IReadOnlyList<ListedHours> Hours);

/// <param name="Site">Null when nobody has to come anywhere.</param>
public sealed record ListedHours(DayOfWeek Weekday, TimeOnly StartsAt, TimeOnly EndsAt, string? Site, ConsultationModes Modes);

/// <param name="Lawyer">Null when a site is closed; both null when the whole service rests.</param>
public sealed record ListedAbsence(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Lawyer, string? Site, string? Reason);

public sealed record ListedExtra(DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string Lawyer, string? Site);

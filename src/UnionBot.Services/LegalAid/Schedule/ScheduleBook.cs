using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Parts;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>The lawyers with their weeks, the sites, and the days that differ, for staff to look at.</summary>
public sealed class ScheduleBook(UnionDb db, LegalAidCiphers ciphers, BusinessClock clock)
{
    /// <summary>Of the lawyers and sites of a part; closures of the whole service are everybody's.</summary>
    public async Task<WholeSchedule> ReadAsync(LegalPart part, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UnionCalendar.DayOf(now);
        var lawyers = await db.LawyersIn(part).AsNoTracking().Where(l => l.IsActive).OrderBy(l => l.Id).ToListAsync(ct);
        var names = (await db.Lawyers.AsNoTracking().ToListAsync(ct)).ToDictionary(l => l.Id, NameOf);
        var sites = await db.SitesIn(part).AsNoTracking().OrderBy(s => s.Name).ToListAsync(ct);
        var (theirs, here) = (lawyers.Select(l => l.Id).ToHashSet(), sites.Select(s => s.Id).ToHashSet());
        var unions = await UnionsAsync(lawyers, sites, ct);
        var blocks = await db.RotaBlocks.AsNoTracking().Where(b => b.ValidUntil == null || b.ValidUntil >= today).ToListAsync(ct);
        var absences = (await db.Absences.AsNoTracking().Where(a => a.EndsAt > now).OrderBy(a => a.StartsAt).ToListAsync(ct))
            .Where(a => a.LawyerId is { } who ? theirs.Contains(who) : a.SiteId is not { } where || here.Contains(where));
        var extras = (await db.ExtraBlocks.AsNoTracking().Where(b => b.Day >= today).OrderBy(b => b.Day).ThenBy(b => b.StartsAt).ToListAsync(ct))
            .Where(b => theirs.Contains(b.LawyerId) || (b.SiteId is { } where && here.Contains(where)));
        var places = await db.Sites.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        return new WholeSchedule(
            [.. lawyers.Select(l => new ListedLawyer(l, names[l.Id], UnionOf(l.OrganisationId), [.. blocks.Where(b => b.LawyerId == l.Id).OrderBy(Monday).ThenBy(b => b.StartsAt).Select(b => new ListedHours(b.Weekday, b.StartsAt, b.EndsAt, b.SiteId is { } at ? places[at] : null, b.Modes))]))],
            [.. sites.Select(s => new ListedSite(s, UnionOf(s.OrganisationId)))],
            [.. absences.Select(a => new ListedAbsence(a.StartsAt, a.EndsAt, a.LawyerId is { } who ? names[who] : null, a.SiteId is { } at ? places[at] : null, a.Reason))],
            [.. extras.Select(b => new ListedExtra(b.Day, b.StartsAt, b.EndsAt, names[b.LawyerId], b.SiteId is { } at ? places[at] : null))]);

        string? UnionOf(long? organisation) => organisation is { } union ? unions[union] : null;
    }

    /// <summary>Who works for the unions of a part, by number.</summary>
    public async Task<IReadOnlyDictionary<long, string>> LawyersAsync(LegalPart part, CancellationToken ct) =>
        (await db.LawyersIn(part).AsNoTracking().Where(l => l.IsActive).OrderBy(l => l.Id).ToListAsync(ct)).ToDictionary(l => l.Id, NameOf);

    private Task<Dictionary<long, string>> UnionsAsync(List<Lawyer> lawyers, List<Site> sites, CancellationToken ct)
    {
        long[] ids = [.. lawyers.Select(l => l.OrganisationId).Concat(sites.Select(s => s.OrganisationId)).OfType<long>().Distinct()];
        return db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
    }

    private string NameOf(Lawyer lawyer) => ciphers.OpenLawyer(lawyer.Id, lawyer.Name);

    /// <summary>A week begins on Monday.</summary>
    private static int Monday(RotaBlock block) => ((int)block.Weekday + 6) % 7;
}

/// <param name="Absences">By their beginning; those that are over are left out.</param>
public sealed record WholeSchedule(
    IReadOnlyList<ListedLawyer> Lawyers, IReadOnlyList<ListedSite> Sites, IReadOnlyList<ListedAbsence> Absences, IReadOnlyList<ListedExtra> Extras);

/// <param name="Name">In clear; never logged.</param>
/// <param name="Union">Whose lawyer it is; null for the top of the tree.</param>
/// <param name="Hours">Of a week that begins on Monday.</param>
public sealed record ListedLawyer(Lawyer Lawyer, string Name, string? Union, IReadOnlyList<ListedHours> Hours);

/// <param name="Union">Whose place it is; null for the top of the tree.</param>
public sealed record ListedSite(Site Site, string? Union);

/// <param name="Site">Null when nobody has to come anywhere.</param>
public sealed record ListedHours(DayOfWeek Weekday, TimeOnly StartsAt, TimeOnly EndsAt, string? Site, ConsultationModes Modes);

/// <param name="Lawyer">Null when a site is closed; both null when the whole service rests.</param>
public sealed record ListedAbsence(DateTimeOffset StartsAt, DateTimeOffset EndsAt, string? Lawyer, string? Site, string? Reason);

public sealed record ListedExtra(DateOnly Day, TimeOnly StartsAt, TimeOnly EndsAt, string Lawyer, string? Site);

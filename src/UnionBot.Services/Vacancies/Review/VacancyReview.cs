using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>Where staff look at vacancies before workers do. Each decision is one transaction with its audit.</summary>
public sealed class VacancyReview(
    UnionDb db, VacancyCiphers ciphers, VacancyHistory history, TraitWords traits, AuditLog audit, BusinessClock clock)
{
    public const int MostListed = 200;

    /// <summary>The oldest first. Says nothing of contacts.</summary>
    /// <param name="onlyFlagged">Leaves out what nothing speaks against.</param>
    public async Task<IReadOnlyList<ListedVacancy>> ListAsync(
        StaffScope scope, VacancyState state, bool onlyFlagged, CancellationToken ct) => await (
        from vacancy in await db.VacanciesOfAsync(scope, ct)
        join employer in db.Employers on vacancy.EmployerId equals employer.Id
        join region in db.Set<Region>() on vacancy.RegionCode equals region.Code
        where vacancy.State == state && (!onlyFlagged || vacancy.Flags != VacancyDoubts.None)
        orderby vacancy.Id
        select new ListedVacancy(vacancy.Id, vacancy.Title, employer.Name, region.Name, vacancy.Flags, vacancy.ValidUntil))
        .AsNoTracking().Take(MostListed).ToListAsync(ct);

    public async Task<bool> IsWithinAsync(long number, StaffScope scope, CancellationToken ct) =>
        await (await db.VacanciesOfAsync(scope, ct)).AnyAsync(v => v.Id == number, ct);

    /// <summary>A vacancy with its employer and contact. That it was read is in the audit before anything is shown.</summary>
    /// <returns>Null when there is none of that number.</returns>
    public async Task<VacancyFile?> OpenAsync(long number, long reader, CancellationToken ct)
    {
        // Before the row itself: whoever decides upon an older one is refused.
        if (await VersionAsync($"SELECT xmin::text AS \"Value\" FROM vacancy WHERE id = {number}", ct) is not { } version) return null;

        audit.Add(AuditActor.Staff(reader), "vacancy/read", SubjectOf(number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);

        var vacancy = await db.Vacancies.AsNoTracking().SingleAsync(v => v.Id == number, ct);
        var employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == vacancy.EmployerId, ct);
        var region = await db.Set<Region>().AsNoTracking().SingleAsync(r => r.Code == vacancy.RegionCode, ct);
        return new VacancyFile(vacancy, employer, region.Name, ciphers.OpenName(vacancy), ciphers.OpenPhone(vacancy))
        {
            Version = version,
            Says = traits.NamesOf(vacancy.Traits),
            Denies = traits.NamesOf(vacancy.Denied),
            History = await history.ReadAsync(number, ct),
        };
    }

    /// <summary>Verified with the employer: workers are shown it from now on.</summary>
    /// <param name="licenceSeen">Whether staff have seen the employer's licence, too.</param>
    /// <param name="reason">Why in spite of its flags; may be null when it has none.</param>
    public Task<VacancyRefusal?> ApproveAsync(SeenVacancy seen, long staff, bool licenceSeen, string? reason, CancellationToken ct) =>
        DecideAsync(seen, staff, VacancyHistory.Approved, reason, async (vacancy, today) =>
        {
            if (licenceSeen) await SeeLicenceAsync(vacancy, today, ct);
            return vacancy.TryApprove(reason, today, out var refusal) ? null : refusal;
        }, ct);

    public Task<VacancyRefusal?> RejectAsync(SeenVacancy seen, long staff, string reason, CancellationToken ct) => DecideAsync(
        seen, staff, VacancyHistory.Rejected, reason,
        (vacancy, _) => Task.FromResult(vacancy.TryReject(reason, out var refusal) ? null : refusal), ct);

    /// <summary>No longer shown until somebody decides anew.</summary>
    public Task<VacancyRefusal?> HideAsync(SeenVacancy seen, long staff, string reason, CancellationToken ct) => DecideAsync(
        seen, staff, VacancyHistory.Hidden, reason,
        (vacancy, _) => Task.FromResult(vacancy.TryHide(reason, out var refusal) ? null : refusal), ct);

    /// <summary>Filled, or taken back by the employer.</summary>
    public Task<VacancyRefusal?> CloseAsync(SeenVacancy seen, long staff, string reason, CancellationToken ct) => DecideAsync(
        seen, staff, VacancyHistory.Closed, reason,
        (vacancy, _) => Task.FromResult(vacancy.TryClose(reason, out var refusal) ? null : refusal), ct);

    /// <summary>How the audit and cases name a vacancy.</summary>
    internal static string SubjectOf(long number) => string.Create(CultureInfo.InvariantCulture, $"vacancy/{number}");

    private async Task<VacancyRefusal?> DecideAsync(
        SeenVacancy seen,
        long staff,
        string action,
        string? reason,
        Func<Vacancy, DateOnly, Task<VacancyRefusal?>> decide,
        CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var version = await VersionAsync($"SELECT xmin::text AS \"Value\" FROM vacancy WHERE id = {seen.Number} FOR UPDATE", ct);
        if (version is null) return VacancyRefusal.Unknown;
        if (seen.Version is { } known && known != version) return VacancyRefusal.Changed;

        var (vacancy, now) = (await db.Vacancies.SingleAsync(v => v.Id == seen.Number, ct), clock.GetUtcNow());
        if (await decide(vacancy, UnionCalendar.DayOf(now)) is { } refusal)
        {
            // What was tried on the way is not to be saved with whatever comes next.
            db.ChangeTracker.Clear();
            return refusal;
        }

        audit.Add(AuditActor.Staff(staff), action, SubjectOf(seen.Number), now, reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>The database's own number of the change that made the row what it is.</summary>
    private async Task<string?> VersionAsync(FormattableString row, CancellationToken ct) =>
        (await db.Database.SqlQuery<string>(row).ToListAsync(ct)).SingleOrDefault();

    private async Task SeeLicenceAsync(Vacancy vacancy, DateOnly today, CancellationToken ct)
    {
        var employer = await db.Employers.SingleAsync(e => e.Id == vacancy.EmployerId, ct);
        employer.SeeLicence(today);
        vacancy.LicenceIsSeen();
    }
}

/// <summary>A vacancy in a list.</summary>
public sealed record ListedVacancy(long Id, string Title, string Employer, string Region, VacancyDoubts Flags, DateOnly ValidUntil);

/// <summary>A vacancy as staff read it, with whom to call in clear.</summary>
/// <param name="Contact">Null when only the phone is known.</param>
public sealed record VacancyFile(Vacancy Vacancy, Employer Employer, string Region, string? Contact, string Phone)
{
    /// <summary>Differs after every change.</summary>
    public required string Version { get; init; }

    /// <summary>What it states, in words.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>What it denies, in words.</summary>
    public IReadOnlyList<string> Denies { get; init; } = [];

    public IReadOnlyList<VacancyDecision> History { get; init; } = [];
}

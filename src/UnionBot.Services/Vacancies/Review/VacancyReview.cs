using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>Where staff look at vacancies before workers do. Each decision is one transaction with its audit.</summary>
public sealed class VacancyReview(UnionDb db, VacancyCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    private const int MostListed = 200;

    /// <summary>The oldest first. Says nothing of contacts.</summary>
    /// <param name="onlyFlagged">Leaves out what nothing speaks against.</param>
    public async Task<IReadOnlyList<ListedVacancy>> ListAsync(VacancyState state, bool onlyFlagged, CancellationToken ct) => await (
        from vacancy in db.Vacancies
        join employer in db.Employers on vacancy.EmployerId equals employer.Id
        where vacancy.State == state && (!onlyFlagged || vacancy.Flags != VacancyDoubts.None)
        orderby vacancy.Id
        select new ListedVacancy(vacancy.Id, vacancy.Title, employer.Name, vacancy.Flags, vacancy.ValidUntil))
        .AsNoTracking().Take(MostListed).ToListAsync(ct);

    /// <summary>A vacancy with its employer and contact. That it was read is in the audit before anything is shown.</summary>
    /// <returns>Null when there is none of that number.</returns>
    public async Task<VacancyFile?> OpenAsync(long number, long reader, CancellationToken ct)
    {
        if (await db.Vacancies.AsNoTracking().SingleOrDefaultAsync(v => v.Id == number, ct) is not { } vacancy) return null;

        audit.Add(AuditActor.Staff(reader), "vacancy/read", SubjectOf(number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);

        var employer = await db.Employers.AsNoTracking().SingleAsync(e => e.Id == vacancy.EmployerId, ct);
        var region = await db.Set<Region>().AsNoTracking().SingleAsync(r => r.Code == vacancy.RegionCode, ct);
        return new VacancyFile(vacancy, employer, region.Name, ciphers.OpenName(vacancy), ciphers.OpenPhone(vacancy));
    }

    /// <summary>Verified with the employer: workers are shown it from now on.</summary>
    /// <param name="licenceSeen">Whether staff have seen the employer's licence, too.</param>
    /// <param name="reason">Why in spite of its flags; may be null when it has none.</param>
    public Task<VacancyRefusal?> ApproveAsync(long number, long staff, bool licenceSeen, string? reason, CancellationToken ct) =>
        DecideAsync(number, staff, "vacancy/approved", reason, async (vacancy, today) =>
        {
            if (licenceSeen) await SeeLicenceAsync(vacancy, today, ct);
            return vacancy.TryApprove(reason, today, out var refusal) ? null : refusal;
        }, ct);

    public Task<VacancyRefusal?> RejectAsync(long number, long staff, string reason, CancellationToken ct) => DecideAsync(
        number, staff, "vacancy/rejected", reason,
        (vacancy, _) => Task.FromResult(vacancy.TryReject(reason, out var refusal) ? null : refusal), ct);

    /// <summary>Filled, or taken back by the employer.</summary>
    public Task<VacancyRefusal?> CloseAsync(long number, long staff, string reason, CancellationToken ct) => DecideAsync(
        number, staff, "vacancy/closed", reason,
        (vacancy, _) => Task.FromResult(vacancy.TryClose(reason, out var refusal) ? null : refusal), ct);

    /// <summary>How the audit and cases name a vacancy.</summary>
    internal static string SubjectOf(long number) => string.Create(CultureInfo.InvariantCulture, $"vacancy/{number}");

    private async Task<VacancyRefusal?> DecideAsync(
        long number,
        long staff,
        string action,
        string? reason,
        Func<Vacancy, DateOnly, Task<VacancyRefusal?>> decide,
        CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM vacancy WHERE id = {number} FOR UPDATE", ct);
        if (await db.Vacancies.SingleOrDefaultAsync(v => v.Id == number, ct) is not { } vacancy) return VacancyRefusal.Unknown;

        var now = clock.GetUtcNow();
        if (await decide(vacancy, UnionCalendar.DayOf(now)) is { } refusal) return refusal;

        audit.Add(AuditActor.Staff(staff), action, SubjectOf(number), now, reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    private async Task SeeLicenceAsync(Vacancy vacancy, DateOnly today, CancellationToken ct)
    {
        var employer = await db.Employers.SingleAsync(e => e.Id == vacancy.EmployerId, ct);
        employer.SeeLicence(today);
        vacancy.LicenceIsSeen();
    }
}

/// <summary>A vacancy in a list.</summary>
public sealed record ListedVacancy(long Id, string Title, string Employer, VacancyDoubts Flags, DateOnly ValidUntil);

/// <summary>A vacancy as staff read it, with whom to call in clear.</summary>
/// <param name="Contact">Null when only the phone is known.</param>
public sealed record VacancyFile(Vacancy Vacancy, Employer Employer, string Region, string? Contact, string Phone);

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>In a demo only: invented vacancies against which nothing speaks count as verified, as if staff had called.</summary>
public sealed class DemoVacancies(UnionDb db, BusinessClock clock)
{
    private const int DaysAgo = 20;

    /// <returns>How many are shown from now on; the others wait, so that there is something to review.</returns>
    public async Task<int> VerifyAsync(CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(clock.GetUtcNow());
        await db.Employers.Where(e => e.LicenceSeenOn == null)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.LicenceSeenOn, today), ct);
        var (waiting, approved, unseen) = ((short)VacancyState.Waiting, (short)VacancyState.Approved, (int)VacancyDoubts.NoLicence);
        return await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE vacancy SET state = {approved}, flags = 0, verified_on = {today} - (id % {DaysAgo})::int
             WHERE state = {waiting} AND flags & ~{unseen} = 0
            """, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>Every night: cuts the words of vacancies anew, so that a trade or another name that was added finds them.</summary>
internal sealed class RefreshTokens(UnionDb db, VacancyIndex index) : IJob
{
    private const int PageSize = 1_000;

    public static string Name => "vacancies/refresh-tokens";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(2, 10);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (done, after) = (0, 0L);
        while (await PageAsync(after, ct) is { Count: > 0 } page)
        {
            foreach (var vacancy in page)
            {
                var tokens = index.TokensOf(vacancy.Facts);
                if (vacancy.Tokens.ToHashSet().SetEquals(tokens)) continue;
                vacancy.Index(tokens);
                done++;
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            after = page[^1].Id;
        }

        return new JobReport(done);
    }

    private Task<List<Vacancy>> PageAsync(long after, CancellationToken ct) => db.Vacancies
        .Where(v => v.Id > after && v.State != VacancyState.Closed).OrderBy(v => v.Id).Take(PageSize).ToListAsync(ct);
}

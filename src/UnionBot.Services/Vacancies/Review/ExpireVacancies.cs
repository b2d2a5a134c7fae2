using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Review;

/// <summary>Every night: closes what is past its day, and asks staff to verify anew what was verified too long ago.</summary>
internal sealed class ExpireVacancies(UnionDb db) : IJob
{
    public static string Name => "vacancies/expire";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(0, 10);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var today = UnionCalendar.DayOf(due);
        var closed = await db.Vacancies
            .Where(v => v.State != VacancyState.Closed && v.ValidUntil < today)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.State, VacancyState.Closed), ct);

        var verifiedLast = today.AddDays(-Vacancy.DaysVerified);
        var stale = await db.Vacancies
            .Where(v => v.State == VacancyState.Approved && v.VerifiedOn < verifiedLast)
            .ExecuteUpdateAsync(
                set => set.SetProperty(v => v.State, VacancyState.Waiting).SetProperty(v => v.Flags, v => v.Flags | VacancyDoubts.Stale), ct);
        return new JobReport(closed + stale);
    }
}

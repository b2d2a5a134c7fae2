using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>
/// Every night: deletes what people were shown half a year ago and what they said to it, and rules that were ended as long ago
/// (PIPL §19, no statute: proposal). Digests that nobody came for in time expire, and a rule whose owner left 还在找吗 unanswered for a month ends.
/// </summary>
internal sealed class ForgetSent(UnionDb db) : IJob
{
    private const int Days = 180;
    private const int DaysToAnswer = 30;

    public static string Name => "vacancies/forget-sent";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 20);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (before, left) = (due.AddDays(-Days), due.AddDays(-DaysToAnswer));
        var ended = await db.Set<VacancyRule>().Where(r => r.State == RuleState.Active && r.AskedAt < left)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, RuleState.Ended), ct);
        var sent = await db.Set<SentVacancy>().Where(s => s.At < before).ExecuteDeleteAsync(ct);
        var forgotten = await db.Set<VacancyRule>()
            .Where(r => r.State != RuleState.Active && r.State != RuleState.Paused && r.AnsweredAt < before).ExecuteDeleteAsync(ct);
        return new JobReport(ended + sent + forgotten + await ExpireAsync(due, ct));
    }

    /// <summary>A digest that waited for somebody to come is no news any more.</summary>
    private Task<int> ExpireAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (expired, held, push) = ((short)OutboundStatus.Expired, (short)OutboundStatus.HeldForContact, (short)MessageKind.VacancyPush);
        return db.Database.ExecuteSqlAsync(
            $"UPDATE outbound SET status = {expired} WHERE status = {held} AND kind = {push} AND not_after <= {due}", ct);
    }
}

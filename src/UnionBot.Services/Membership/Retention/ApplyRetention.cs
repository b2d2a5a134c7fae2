using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Services.Membership.Retention;

/// <summary>Every night: drops months of messages that are past their time whole, and applies the table of rules.</summary>
internal sealed class ApplyRetention(UnionDb db, MessagePartitions partitions, MassLedger broadcasts) : IJob
{
    public static string Name => "membership/apply-retention";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var done = 0;
        foreach (var (table, days) in RetentionRules.Partitions)
            done += await partitions.DropBeforeAsync(table, due.AddDays(-days), ct);
        done += await broadcasts.DropBeforeAsync(due.AddDays(-RetentionRules.BroadcastDays), ct);
        foreach (var rule in RetentionRules.All) done += await rule.ApplyAsync(db, due.AddDays(-rule.Days), ct);

        return new JobReport(done);
    }
}

using UnionBot.Core.Jobs;

namespace UnionBot.Core.Imports.Drafts;

/// <summary>Every night: forgets files that were sent to be checked and that nobody imported.</summary>
internal sealed class ForgetDrafts(ImportDrafts drafts) : IJob
{
    public static string Name => "imports/forget-drafts";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 30);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct) => new(await drafts.ForgetAsync(ct));
}

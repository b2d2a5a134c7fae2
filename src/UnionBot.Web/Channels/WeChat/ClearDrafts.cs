using UnionBot.Core.Jobs;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Every night: removes the copies of drafts (草稿) that were made for a broadcast and never sent, since it ended before.</summary>
internal sealed class ClearDrafts(LeftDrafts left, ListDrafts drafts) : IJob
{
    public static string Name => "broadcasts/clear-drafts";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 50);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (done, skipped) = (0, 0);
        foreach (var draft in await left.FindAsync(ct))
        {
            if (!await drafts.TryRemoveAsync(draft, ct))
            {
                skipped++;
                continue;
            }

            await left.ForgetAsync(draft, ct);
            done++;
        }

        return new JobReport(done, skipped);
    }
}

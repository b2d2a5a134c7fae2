using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// Every night: pictures, times and places older than <see cref="PhotoRules.KeepYears"/> are forgotten. Hashes stay: they show nothing, and a
/// photo of any year is known again by them.
/// </summary>
internal sealed class ForgetPhotos(UnionDb db, PhotoRules rules) : IJob
{
    public static string Name => "campaigns/forget-photos";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 40);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var before = due.AddYears(-rules.KeepYears);
        var done = await db.Database.ExecuteSqlAsync(
            $"DELETE FROM proof_picture c USING proof_photo p WHERE c.photo_id = p.id AND p.received_at < {before}", ct);
        await db.Database.ExecuteSqlAsync(
            $"UPDATE proof_photo SET taken_at = NULL, place = NULL WHERE received_at < {before} AND (taken_at IS NOT NULL OR place IS NOT NULL)", ct);
        return new JobReport(done);
    }
}

using UnionBot.Core.Jobs;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>Every minute: photos of visits whose files have come are compared with all others, hashed and kept.</summary>
internal sealed class HashPhotos(PhotoIntake intake, PhotoPreparation preparation) : IJob
{
    public static string Name => "campaigns/hash-photos";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(1));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var done = await intake.TakeUpAllAsync(ct);
        while (await preparation.NextAsync(ct) is { } prepared and > 0) done += prepared;
        return new JobReport(done, await preparation.CountWaitingAsync(ct));
    }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Media;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Fetches photos and voices from the platform, within seconds as a rule: its ids die after three days.</summary>
internal sealed partial class MediaFetcher(
    IServiceScopeFactory scopes, WeChatClient client, TimeProvider time, ILogger<MediaFetcher> log) : BackgroundService
{
    private const int MostAttempts = 12;

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Tick, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await FetchNextAsync(stoppingToken)) { }
            }
            catch (Exception e) when (DatabaseFailure.IsBehind(e))
            {
                LogWaiting(log, DatabaseFailure.ReasonOf(e));
            }
        }
    }

    /// <returns>False when nothing is due.</returns>
    private async Task<bool> FetchNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnionDb>();
        if (await ClaimAsync(db, ct) is not { } file) return false;

        var store = scope.ServiceProvider.GetRequiredService<MediaStore>();
        var answer = await client.Media.DownloadAsync(store.PlatformIdOf(file), ct);
        if (answer.TryGet(out var media))
        {
            using (media) await store.KeepAsync(file, await ReadAsync(media.Content, ct), ct);
        }
        else if (answer.Outcome.Kind is not (SendOutcomeKind.RetryLater or SendOutcomeKind.NextMinute or SendOutcomeKind.Misconfigured)
            || file.Attempts >= MostAttempts)
        {
            file.GiveUp(MediaStatus.Lost);
            await db.SaveChangesAsync(ct);
        }

        LogFetched(log, file.Id, file.Status, answer.Outcome.ErrorCode);
        return true;
    }

    /// <summary>Takes the longest waiting file; another host passes it by, and tries again should this one die.</summary>
    private async Task<MediaFile?> ClaimAsync(UnionDb db, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var file = await db.Set<MediaFile>().FromSql(
            $"""
            SELECT * FROM media_file WHERE status = {(short)MediaStatus.Waiting} AND next_try_at <= {now}
             ORDER BY next_try_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """).SingleOrDefaultAsync(ct);
        file?.Begin(now + (Lease * (file.Attempts + 1)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return file;
    }

    /// <summary>Reads at most one byte more than may be kept, which shows that it is too large.</summary>
    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while (kept.Length <= MediaStore.LargestFile && (read = await content.ReadAsync(buffer, ct)) > 0)
            kept.Write(buffer, 0, read);
        return kept.ToArray();
    }

    [LoggerMessage(LogLevel.Information, "Media {MediaId}: {Status} (errcode {ErrorCode})")]
    private static partial void LogFetched(ILogger log, long mediaId, MediaStatus status, int errorCode);

    [LoggerMessage(LogLevel.Warning, "Fetching media waits for the database: {Reason}")]
    private static partial void LogWaiting(ILogger log, string reason);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs;

/// <summary>Renews the claim on work while it goes on, and stops the work once another host may have taken it over.</summary>
internal sealed partial class LeaseKeeper(
    IServiceScopeFactory scopes, JobLeases leases, TimeProvider time, ILogger<LeaseKeeper> log)
{
    /// <param name="renew">The statement that renews the claim; it changes one row while the claim holds.</param>
    /// <exception cref="LeaseLostException">The claim was lost, so the work was stopped.</exception>
    public async Task<T> KeepAsync<T>(FormattableString renew, Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var keeping = KeepAsync(renew, lost, done.Token);
        try
        {
            return await work(lost.Token);
        }
        catch (OperationCanceledException stopped) when (lost.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new LeaseLostException(stopped);
        }
        finally
        {
            await done.CancelAsync();
            await keeping;
        }
    }

    private async Task KeepAsync(FormattableString renew, CancellationTokenSource lost, CancellationToken done)
    {
        using var timer = new PeriodicTimer(leases.Length / 3, time);
        var renewedAt = time.GetUtcNow();
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                var askedAt = time.GetUtcNow();
                if (await TryRenewAsync(renew, done) is not { } renewed) renewed = askedAt - renewedAt < leases.Length;
                else if (renewed) renewedAt = askedAt;
                if (renewed) continue;

                await lost.CancelAsync();
                return;
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The work is done.
        }
    }

    /// <returns>Null when the database could not be asked.</returns>
    private async Task<bool?> TryRenewAsync(FormattableString renew, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<UnionDb>().Database.ExecuteSqlAsync(renew, ct) == 1;
        }
        catch (Exception failure) when (DatabaseFailure.IsBehind(failure) && !ct.IsCancellationRequested)
        {
            LogNotRenewed(log, DatabaseFailure.ReasonOf(failure));
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The claim on running work could not be renewed: {Reason}")]
    private static partial void LogNotRenewed(ILogger log, string reason);
}

using Npgsql;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Database;

/// <summary>
/// Lets every commit of a whole server wait after it is safe on disk and before its client hears of it: the server is
/// told to wait for a replica that does not exist. For a server of the test's own.
/// </summary>
internal sealed class HeldCommits : IAsyncDisposable
{
    private const string WaitingSql =
        "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep' AND query LIKE $1)";

    private readonly NpgsqlDataSource _source;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _probes;

    private HeldCommits(NpgsqlDataSource source) => (_source, _probes) = (source, ProbeAsync(source, _end.Token));

    public static async Task<HeldCommits> BeginAsync(NpgsqlDataSource source)
    {
        await RunAsync(source, "CREATE TABLE IF NOT EXISTS commit_probe (n int)");
        await SetAsync(source, "'nobody'");

        // The server heeds it a moment later: from when a commit of ours is the first to wait.
        var commits = new HeldCommits(source);
        await commits.WaitsAsync("%commit_probe%");
        return commits;
    }

    /// <summary>Returns once a statement like this one is committed and waits.</summary>
    public Task WaitsAsync(string statement) => Eventually.HoldsAsync(() => IsWaitingAsync(_source, statement));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await SetAsync(_source, "''");
        await _probes;
        await Eventually.HoldsAsync(async () => !await IsWaitingAsync(_source, "%"));
        _end.Dispose();
    }

    private static async Task ProbeAsync(NpgsqlDataSource source, CancellationToken end)
    {
        while (!end.IsCancellationRequested) await RunAsync(source, "INSERT INTO commit_probe VALUES (1)");
    }

    private static async Task SetAsync(NpgsqlDataSource source, string replicas)
    {
        await RunAsync(source, $"ALTER SYSTEM SET synchronous_standby_names = {replicas}");
        await RunAsync(source, "SELECT pg_reload_conf()");
    }

    private static async Task<bool> IsWaitingAsync(NpgsqlDataSource source, string statement)
    {
        await using var command = source.CreateCommand(WaitingSql);
        command.Parameters.Add(new NpgsqlParameter { Value = statement });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

using Npgsql;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Database;

/// <summary>
/// Something a test holds locked in a database, so that the bot waits at one statement, provably: the place to kill it
/// between two steps without a switch in the product.
/// </summary>
internal sealed class HeldLock : IAsyncDisposable
{
    private const string WaitersSql = "SELECT pid FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))";

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnection _connection;

    private HeldLock(NpgsqlDataSource source, NpgsqlConnection connection) => (_source, _connection) = (source, connection);

    /// <summary>Runs a statement in a transaction that stays open; parameters are <c>$1</c>, <c>$2</c>, …</summary>
    public static async Task<HeldLock> TakeAsync(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        var connection = await source.OpenConnectionAsync();
        await using var begin = new NpgsqlCommand("BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0", connection);
        await begin.ExecuteNonQueryAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync();
        return new HeldLock(source, connection);
    }

    /// <summary>Returns once somebody waits for the lock.</summary>
    public Task WaitedForAsync() =>
        Eventually.HoldsAsync(() => AskAsync<bool>($"SELECT EXISTS ({WaitersSql})", _connection.ProcessID));

    /// <summary>Ends whoever waits, as when the bot's machine dies together with its connections.</summary>
    public async Task EndWaitersAsync()
    {
        var ended = await AskAsync<int[]>(
            $"SELECT coalesce(array_agg(pid) FILTER (WHERE pg_terminate_backend(pid)), '{{}}') FROM ({WaitersSql}) w", _connection.ProcessID);
        await Eventually.HoldsAsync(() => AskAsync<bool>(
            "SELECT NOT EXISTS (SELECT 1 FROM pg_stat_activity WHERE pid = ANY ($1))", ended));
    }

    /// <summary>Lets go; nothing the statement did remains.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_connection.FullState is System.Data.ConnectionState.Open)
        {
            await using var command = new NpgsqlCommand("ROLLBACK", _connection);
            await command.ExecuteNonQueryAsync();
        }

        await _connection.DisposeAsync();
    }

    private async Task<T> AskAsync<T>(string sql, object parameter)
    {
        await using var command = _source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        return (T)(await command.ExecuteScalarAsync())!;
    }
}

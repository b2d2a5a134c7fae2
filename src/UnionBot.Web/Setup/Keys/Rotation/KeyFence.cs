using System.Globalization;
using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys.Rotation;

/// <summary>
/// Lets the database itself refuse what is sealed with a key that has been replaced. A process that was cut off with
/// the old key in its memory can then do no harm when it is back, and what is found to be sealed anew stays so. A
/// trigger and no constraint: rows not sealed anew yet may still be changed in their other columns.
/// </summary>
internal sealed class KeyFence(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Whoever wants to write waits behind us, so we do not wait long ourselves.</summary>
    private const string Patience = "SET LOCAL lock_timeout = '1s'";

    private const int MostTries = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Also waits for every transaction that has written to these tables to end.</summary>
    /// <exception cref="SetupException">A table was locked by other work all the time.</exception>
    public async Task RaiseAsync(string keyId, IEnumerable<SealedColumn> columns, CancellationToken ct)
    {
        foreach (var column in columns)
        {
            if (!await StandsAsync(keyId, column, ct)) await RaiseAsync(keyId, column, ct);
        }
    }

    private static string NameOf(string keyId, SealedColumn column) => $"replaced_{column.Column}_{keyId}";

    private async Task<bool> StandsAsync(string keyId, SealedColumn column, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2)");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = column.Table });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = NameOf(keyId, column) });
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task RaiseAsync(string keyId, SealedColumn column, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(ct);
                await using var transaction = await connection.BeginTransactionAsync(ct);
                await RunAsync(connection, Patience, ct);
                await RunAsync(connection, TriggerOf(keyId, column), ct);
                await transaction.CommitAsync(ct);
                return;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
            {
                if (attempt == MostTries)
                    throw new SetupException($"Table {column.Table} is locked by other work; run rotate-keys again later.", busy);
                await Task.Delay(Pause, time, ct);
            }
        }
    }

    /// <summary>Ids of keys hold nothing that would have to be quoted.</summary>
    private static string TriggerOf(string keyId, SealedColumn column)
    {
        var head = CipherColumn.HeadOf(keyId);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            CREATE TRIGGER "{NameOf(keyId, column)}" BEFORE INSERT OR UPDATE OF {column.Column} ON {column.Table}
               FOR EACH ROW WHEN (substring(NEW.{column.Column} FROM 1 FOR {head.Length}) = '\x{Convert.ToHexString(head)}'::bytea)
               EXECUTE FUNCTION refuse_replaced_key('{keyId}', '{column.Table}', '{column.Column}')
            """);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

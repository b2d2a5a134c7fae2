using Npgsql;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Cases;

/// <summary>
/// Which alarms the webhook is to be told of. Claimed by a short lease on real time: a host that dies or a receiver that
/// fails means that it is told again, never that it is not told.
/// </summary>
public sealed class UntoldAlarms(NpgsqlDataSource database, TimeProvider time)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private const string ClaimSql =
        """
        UPDATE alarm SET webhook_at = $2
         WHERE id IN (SELECT id FROM alarm WHERE webhook_at <= $1 ORDER BY webhook_at LIMIT 2 FOR UPDATE SKIP LOCKED)
        RETURNING id, kind, raised_at
        """;

    // Called anew meanwhile, it has a later moment and stays in the queue.
    private const string DoneSql = "UPDATE alarm SET webhook_at = NULL WHERE id = $1 AND webhook_at = $2";

    private const string ForgetSql = "UPDATE alarm SET webhook_at = NULL WHERE webhook_at IS NOT NULL";

    public async Task<IReadOnlyList<AlarmNews>> ClaimAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        // As the database keeps it, or it could not be compared later.
        var until = WholeMicroseconds(now + Lease);
        await using var command = database.CreateCommand(ClaimSql);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = until });

        var claimed = new List<AlarmNews>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var raisedAt = row.GetFieldValue<DateTimeOffset>(2);
            claimed.Add(new AlarmNews(row.GetInt64(0), (CrisisKind)row.GetInt16(1), raisedAt, until));
        }

        return claimed;
    }

    /// <summary>The webhook took it.</summary>
    public async Task DoneAsync(AlarmNews news, CancellationToken ct)
    {
        await using var command = database.CreateCommand(DoneSql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = news.Number });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = news.LeasedUntil });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>There is no webhook: nothing waits for it, also should there be one later.</summary>
    public async Task ForgetAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(ForgetSql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static DateTimeOffset WholeMicroseconds(DateTimeOffset moment) =>
        moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond));
}

/// <summary>What the webhook is told of an alarm. Nothing of the person, nothing of their words.</summary>
/// <param name="RaisedAt">UTC.</param>
/// <param name="LeasedUntil">Until when this host has it, on real time.</param>
public sealed record AlarmNews(long Number, CrisisKind Kind, DateTimeOffset RaisedAt, DateTimeOffset LeasedUntil);

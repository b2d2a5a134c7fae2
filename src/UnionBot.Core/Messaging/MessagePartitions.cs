using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;

namespace UnionBot.Core.Messaging;

/// <summary>Sees to it that the month of a message has its partitions, also when the clock of a demo has been moved.</summary>
public sealed class MessagePartitions(NpgsqlDataSource database)
{
    private readonly ConcurrentDictionary<DateOnly, bool> _made = new();

    /// <summary>Whether a moment can be kept at all: a signed message may still carry a nonsensical time.</summary>
    public static bool Accepts(DateTimeOffset moment) => moment.UtcDateTime.Year is >= 2020 and < 2100;

    public ValueTask EnsureAsync(DateTimeOffset moment, CancellationToken ct)
    {
        var month = AnswerOccasion.PeriodOf(moment);
        return _made.ContainsKey(month) ? ValueTask.CompletedTask : new ValueTask(MakeAsync(month, ct));
    }

    /// <summary>Drops the months of a partitioned table that ended before a moment.</summary>
    /// <param name="table"><c>inbound</c>, <c>outbound</c> or <c>media_chunk</c>.</param>
    /// <returns>How many were dropped.</returns>
    /// <exception cref="NpgsqlException">A long query holds the table; nothing waits for it, so try again later.</exception>
    public async Task<int> DropBeforeAsync(string table, DateTimeOffset moment, CancellationToken ct)
    {
        var dropped = 0;
        foreach (var month in await MonthsAsync(table, ct))
        {
            if (new DateTimeOffset(month.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero) > moment) continue;

            await using var batch = database.CreateBatch();
            batch.BatchCommands.Add(new NpgsqlBatchCommand("SET LOCAL lock_timeout = '2s'"));
            batch.BatchCommands.Add(new NpgsqlBatchCommand($"DROP TABLE {table}_{Suffix(month)}"));
            await batch.ExecuteNonQueryAsync(ct);
            _made.TryRemove(month, out _);
            dropped++;
        }

        return dropped;
    }

    private async Task<IReadOnlyList<DateOnly>> MonthsAsync(string table, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "SELECT right(inhrelid::regclass::text, 7) FROM pg_inherits WHERE inhparent = $1::regclass ORDER BY 1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = table });
        var months = new List<DateOnly>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            months.Add(DateOnly.ParseExact($"{row.GetString(0)}_01", "yyyy_MM_dd", CultureInfo.InvariantCulture));

        return months;
    }

    private async Task MakeAsync(DateOnly month, CancellationToken ct)
    {
        var (from, to) = (Iso(month), Iso(month.AddMonths(1)));
        var suffix = Suffix(month);

        // Two hosts may meet a new month together; one at a time, the second finds all made.
        await using var batch = database.CreateBatch();
        foreach (var sql in (string[])[
            "SELECT pg_advisory_xact_lock(hashtext('message_partitions'))",
            $"CREATE TABLE IF NOT EXISTS inbound_{suffix} PARTITION OF inbound " +
            $"FOR VALUES FROM ('{from} 00:00+00') TO ('{to} 00:00+00')",
            $"CREATE TABLE IF NOT EXISTS outbound_{suffix} PARTITION OF outbound FOR VALUES FROM ('{from}') TO ('{to}')",
            $"CREATE TABLE IF NOT EXISTS media_chunk_{suffix} PARTITION OF media_chunk FOR VALUES FROM ('{from}') TO ('{to}')"])
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        await batch.ExecuteNonQueryAsync(ct);
        _made[month] = true;
    }

    private static string Suffix(DateOnly month) => month.ToString("yyyy_MM", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

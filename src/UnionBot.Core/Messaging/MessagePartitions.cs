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

    private async Task MakeAsync(DateOnly month, CancellationToken ct)
    {
        var (from, to) = (Iso(month), Iso(month.AddMonths(1)));
        var suffix = month.ToString("yyyy_MM", CultureInfo.InvariantCulture);

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

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

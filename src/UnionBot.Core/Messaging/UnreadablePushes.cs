using Npgsql;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>The record of pushes that could not be read, for staff to see that something has changed.</summary>
public sealed class UnreadablePushes(NpgsqlDataSource database, BusinessClock clock)
{
    private const string CountSql =
        """
        INSERT INTO unreadable_push (day, channel, reason, count, last_at) VALUES ($1, $2, $3, 1, $4)
            ON CONFLICT (day, channel, reason) DO UPDATE SET count = unreadable_push.count + 1, last_at = $4
        """;

    public async Task RecordAsync(string channel, string reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(CountSql);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = UnionCalendar.DayOf(now) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = channel });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = reason });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = now });
        await command.ExecuteNonQueryAsync(ct);
    }
}

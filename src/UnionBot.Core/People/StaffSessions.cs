using Npgsql;

namespace UnionBot.Core.People;

/// <summary>
/// Sessions with the platform's own customer service (人工客服): while one is open the bot is silent, but for crisis words.
/// The platform tells beginning and end, not always in order, and an end can be lost.
/// </summary>
public sealed class StaffSessions(NpgsqlDataSource database, PeopleByAddress people)
{
    /// <summary>So long the bot is silent at most, should the end never be told; staff who change count anew.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // Of two events in one second the end counts: to answer is better than to be silent for an hour.
    private const string OpenSql =
        """
        UPDATE talk SET session_until = $3, session_at = $2
         WHERE person_id = $1 AND (session_at IS NULL OR session_at < $2)
        """;

    private const string CloseSql =
        """
        UPDATE talk SET session_until = NULL, session_at = $2
         WHERE person_id = $1 AND (session_at IS NULL OR session_at <= $2)
        """;

    /// <summary>A session began, or went to another member of staff.</summary>
    /// <param name="at">The platform's time of the event; UTC.</param>
    public async Task OpenAsync(string channel, string address, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = await CommandAsync(OpenSql, channel, address, at, ct);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at + Longest });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A session is over, also one whose beginning was not told yet.</summary>
    public async Task CloseAsync(string channel, string address, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = await CommandAsync(CloseSql, channel, address, at, ct);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<NpgsqlCommand> CommandAsync(
        string sql, string channel, string address, DateTimeOffset at, CancellationToken ct)
    {
        var person = await people.FindOrAddAsync(channel, address, ct);
        var command = database.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        return command;
    }
}

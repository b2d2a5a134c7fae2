using Microsoft.Extensions.Logging;
using Npgsql;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Answers that were committed as the reply to a delivery after the platform had hung up. A repeated delivery gets the
/// answer; when none comes, it goes out by a message of its own.
/// </summary>
internal sealed partial class UnreadReplies(NpgsqlDataSource database, BusinessClock clock, ILogger<UnreadReplies> log)
{
    /// <summary>The platform delivers three times in 15 seconds; before that nothing need be spent on it.</summary>
    private static readonly TimeSpan RepeatsWithin = TimeSpan.FromSeconds(15);

    private const string SendSql =
        """
        UPDATE outbound SET status = 0, not_before = $4
         WHERE person_id = $1 AND occasion = $2 AND period = $3 AND status = 2
        """;

    public async Task SendByItselfAsync(InboxItem item)
    {
        try
        {
            await using var command = database.CreateCommand(SendSql);
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = item.Talk!.PersonId.Value });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = AnswerOccasion.Of(item.Delivery.SentAt, item.Key) });
            command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = AnswerOccasion.PeriodOf(item.Delivery.SentAt) });
            command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() + RepeatsWithin });
            await command.ExecuteNonQueryAsync(CancellationToken.None);
            LogUnread(log, item.Talk.PersonId.Value);
        }
        catch (NpgsqlException e)
        {
            // It stands as the reply, and a repeated delivery gets it.
            LogLeft(log, item.Talk!.PersonId.Value, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Nobody waited for the answer to person {PersonId}; it goes out by itself unless it is asked for again")]
    private static partial void LogUnread(ILogger log, long personId);

    [LoggerMessage(LogLevel.Warning, "The unread answer to person {PersonId} could not be queued: {Reason}")]
    private static partial void LogLeft(ILogger log, long personId, string reason);
}

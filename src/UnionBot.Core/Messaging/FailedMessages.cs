using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Kept messages for which not even an apology could be written. Each failure doubles the time until the next try; after the
/// last one a message is put aside for whoever reads the log, and costs the others nothing.
/// </summary>
public sealed partial class FailedMessages : IDisposable
{
    /// <summary>The last comes eight hours after the first: long enough for a mended version to be started.</summary>
    private const short MostTries = 10;

    /// <summary>Whether a message <c>i</c> may be tried at the moment <c>$1</c>.</summary>
    public static readonly string IsDueSql =
        $"i.failures < {MostTries} AND i.received_at < $1 - interval '1 minute' * (power(2, i.failures) - 1)";

    private const string NoteSql =
        """
        UPDATE inbound SET failures = failures + 1
         WHERE person_id = $1 AND sent_at = $2 AND key = $3 AND answered_at IS NULL
        RETURNING failures
        """;

    private static readonly string PutAsideSql =
        $"UPDATE inbound SET failures = {MostTries} WHERE person_id = $1 AND sent_at = $2 AND key = $3 AND answered_at IS NULL";

    private readonly NpgsqlDataSource _database;
    private readonly ILogger<FailedMessages> _log;
    private readonly Meter _meter = new("UnionBot");
    private readonly Counter<long> _failures;

    public FailedMessages(NpgsqlDataSource database, ILogger<FailedMessages> log)
    {
        (_database, _log) = (database, log);
        _failures = _meter.CreateCounter<long>(
            "unionbot.turns_failed", description: "Turns that failed without an apology, by whether they are tried again.");
    }

    /// <summary>Notes one more failure. Never throws: what the database cannot note it has not seen fail, either.</summary>
    internal async Task NoteAsync(InboxItem item, Exception why, CancellationToken ct)
    {
        var person = item.Talk!.PersonId.Value;
        try
        {
            var failures = await CountAsync(item, person, ct);
            _failures.Add(1, KeyValuePair.Create("put_aside", (object?)(failures >= MostTries)));
            if (failures >= MostTries) LogPutAside(_log, person, failures, why);
            else LogFailed(_log, person, failures, why);
        }
        catch (NpgsqlException e)
        {
            LogNotNoted(_log, person, e.Message, why);
        }
    }

    /// <summary>Puts a message aside that cannot even be read.</summary>
    internal async Task PutAsideAsync(long person, DateTimeOffset sentAt, byte[] key, Exception why, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(PutAsideSql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = sentAt });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = key });
        await command.ExecuteNonQueryAsync(ct);
        _failures.Add(1, KeyValuePair.Create("put_aside", (object?)true));
        LogUnreadable(_log, person, Convert.ToHexString(key), why);
    }

    private async Task<short> CountAsync(InboxItem item, long person, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(NoteSql);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = item.Delivery.SentAt });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = item.Key });
        return await command.ExecuteScalarAsync(ct) as short? ?? 0;
    }

    public void Dispose() => _meter.Dispose();

    [LoggerMessage(LogLevel.Error, "The turn of person {PersonId} failed {Failures} times, and so did the apology; it is tried again")]
    private static partial void LogFailed(ILogger log, long personId, short failures, Exception e);

    [LoggerMessage(LogLevel.Critical, "The turn of person {PersonId} failed {Failures} times, and so did the apology; the message is put aside unanswered")]
    private static partial void LogPutAside(ILogger log, long personId, short failures, Exception e);

    [LoggerMessage(LogLevel.Critical, "Message {Key} of person {PersonId} cannot be read and is put aside unanswered")]
    private static partial void LogUnreadable(ILogger log, long personId, string key, Exception e);

    [LoggerMessage(LogLevel.Error, "The turn of person {PersonId} failed, and the failure could not be noted ({Reason})")]
    private static partial void LogNotNoted(ILogger log, long personId, string reason, Exception e);
}

using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>Notes that sending begins, for all that are about to be sent together.</summary>
public sealed class SendBeginnings
{
    // Given to a repeated delivery, or claimed by another host since: then it is not ours to send. Nor is it sent when the
    // person has opted out since, or a call before this one was told that the way is closed.
    private static readonly string BeginSql =
        $"""
        UPDATE outbound
           SET status = {(short)OutboundStatus.Sending}, leased_until = $5, attempts = attempts + 1, begun_at = coalesce(begun_at, $6)
          FROM unnest($1, $2, $3, $4) AS d (id, period, leased_until, is_metered)
         WHERE outbound.id = d.id AND outbound.period = d.period AND status = {(short)OutboundStatus.Queued} AND outbound.leased_until = d.leased_until
           AND {DueMessages.MayGoSql}
           AND NOT EXISTS (SELECT FROM opt_out x WHERE x.person_id = outbound.person_id AND x.kind = outbound.kind)
           AND NOT (d.is_metered AND EXISTS (SELECT FROM api_quota q WHERE q.route = outbound.route AND q.stopped_until > $6))
        RETURNING outbound.id
        """;

    private readonly NpgsqlDataSource _database;
    private readonly SendingRules _rules;
    private readonly HashSet<string> _metered;
    private readonly BusinessClock _clock;
    private readonly TimeProvider _time;
    private readonly Gathering<ClaimedMessage, bool> _gathering;

    public SendBeginnings(
        NpgsqlDataSource database, SendingRules rules, IEnumerable<ChannelRules> channels, BusinessClock clock, TimeProvider time)
    {
        (_database, _rules, _clock, _time) = (database, rules, clock, time);
        _metered = [.. channels.Where(c => c.IsMetered).Select(c => c.Channel)];
        _gathering = new Gathering<ClaimedMessage, bool>(BeginAsync);
    }

    /// <summary>From here on it may have arrived, whatever happens to this host.</summary>
    /// <returns>The message with this attempt counted; null when it is no longer to be sent.</returns>
    public async Task<ClaimedMessage?> BeginAsync(ClaimedMessage message) =>
        await _gathering.AskAsync(message) ? message with { Attempts = message.Attempts + 1 } : null;

    private async Task<IReadOnlyList<bool>> BeginAsync(IReadOnlyList<ClaimedMessage> messages, CancellationToken ct)
    {
        await using var command = _database.CreateCommand(BeginSql);
        command.Parameters.Add(Arrays.Of(messages, m => m.Id, NpgsqlDbType.Bigint));
        command.Parameters.Add(Arrays.Of(messages, m => m.Period, NpgsqlDbType.Date));
        command.Parameters.Add(Arrays.Of(messages, m => m.LeasedUntil, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Arrays.Of(messages, m => _metered.Contains(m.Channel), NpgsqlDbType.Boolean));
        command.Parameters.Add(Of(_time.GetUtcNow() + _rules.Lease));
        command.Parameters.Add(Of(_clock.GetUtcNow()));
        var begun = new HashSet<long>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) begun.Add(row.GetInt64(0));
        return [.. messages.Select(m => begun.Contains(m.Id))];
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

using Npgsql;

namespace UnionBot.Core.Messaging;

/// <summary>Finds the answer that was given to a message before, for a repeated delivery.</summary>
internal sealed class GivenAnswers(MessageCiphers ciphers)
{
    // An answer that still waits to be sent by itself is given right now instead.
    private const string ClaimSql =
        """
        WITH answer AS (
            SELECT id, period, status FROM outbound
             WHERE person_id = $1 AND occasion = $2 AND period = $3 AND status IN ($4, $5, $6) FOR UPDATE
        )
        UPDATE outbound o SET status = $4
          FROM answer a WHERE o.id = a.id AND o.period = a.period
        RETURNING o.text, a.status = $4
        """;

    /// <returns><see cref="InboxAnswer.Later"/> when nobody waits for it here: the ledger stays as it is.</returns>
    public async Task<InboxAnswer> FindAsync(NpgsqlConnection connection, InboxItem item, CancellationToken ct)
    {
        if (!item.TryClaimReply()) return new InboxAnswer.Later();

        var occasion = AnswerOccasion.Of(item.Delivery.SentAt, item.Key);
        var person = item.Talk!.PersonId;
        await using var command = new NpgsqlCommand(ClaimSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = occasion });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = AnswerOccasion.PeriodOf(item.Delivery.SentAt) });
        foreach (var status in (OutboundStatus[])[OutboundStatus.Replied, OutboundStatus.Queued, OutboundStatus.HeldForContact])
            command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)status });

        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct)) return new InboxAnswer.Silence();

        item.WasGivenBefore = row.GetBoolean(1);
        return new InboxAnswer.Reply(ciphers.OpenText(row.GetFieldValue<byte[]>(0), person, occasion));
    }
}

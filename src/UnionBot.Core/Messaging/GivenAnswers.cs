using Npgsql;

namespace UnionBot.Core.Messaging;

/// <summary>Finds the answer that was given to a message before, for a repeated delivery.</summary>
internal sealed class GivenAnswers(MessageCiphers ciphers)
{
    // An answer that still waits to be sent by itself is given right now instead.
    private const string ClaimSql =
        """
        UPDATE outbound SET status = $4
         WHERE person_id = $1 AND occasion = $2 AND period = $3 AND status IN ($4, $5, $6)
        RETURNING text
        """;

    public async Task<InboxAnswer> FindAsync(NpgsqlConnection connection, InboxItem item, CancellationToken ct)
    {
        var occasion = AnswerOccasion.Of(item.Delivery.SentAt, item.Key);
        var person = item.Talk!.PersonId;
        await using var command = new NpgsqlCommand(ClaimSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = occasion });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = AnswerOccasion.PeriodOf(item.Delivery.SentAt) });
        foreach (var status in (OutboundStatus[])[OutboundStatus.Replied, OutboundStatus.Queued, OutboundStatus.HeldForContact])
            command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)status });

        return await command.ExecuteScalarAsync(ct) is byte[] text
            ? new InboxAnswer.Reply(ciphers.OpenText(text, person, occasion))
            : new InboxAnswer.Silence();
    }
}

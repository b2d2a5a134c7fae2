using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging;

/// <summary>Writes a turn run alone, in its transaction: the message is answered, the talk moved, the answer said.</summary>
internal sealed class LoneWriter(TurnSealer sealer)
{
    // What was masked is emptied with the answer: only the turn may read it.
    private const string AnsweredSql =
        "UPDATE inbound SET answered_at = $4, secret = NULL WHERE person_id = $1 AND sent_at = $2 AND key = $3";

    private const string MovedSql =
        """
        UPDATE talk
           SET version = version + 1, state = $2, last_at = $3,
               typed_at = CASE WHEN $4 THEN $3 ELSE typed_at END, tapped_at = CASE WHEN $5 THEN $3 ELSE tapped_at END
         WHERE person_id = $1
        """;

    private const string SaidSql =
        """
        INSERT INTO outbound (period, person_id, occasion, text, status, created_at, not_before, not_after)
        VALUES ($1, $2, $3, $4, $5, $6, $6, $7)
        """;

    public async Task<InboxAnswer> WriteAsync(
        NpgsqlConnection connection, InboxItem item, DecidedTurn decided, DateTimeOffset now, CancellationToken ct)
    {
        var turn = sealer.Seal(item, decided);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Answered(turn, now));
        batch.BatchCommands.Add(Moved(turn));
        if (turn.Text is not null) batch.BatchCommands.Add(Said(turn, now));
        await batch.ExecuteNonQueryAsync(ct);

        return turn.Answer;
    }

    private static NpgsqlBatchCommand Answered(SealedTurn turn, DateTimeOffset now) => new(AnsweredSql)
    {
        Parameters =
        {
            Value(turn.Talk.PersonId.Value), Value(turn.Item.Delivery.SentAt), Value(turn.Item.Key), Value(now),
        },
    };

    private static NpgsqlBatchCommand Moved(SealedTurn turn) => new(MovedSql)
    {
        Parameters =
        {
            Value(turn.Talk.PersonId.Value),
            new NpgsqlParameter { Value = (object?)turn.State ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
            Value(turn.Item.Delivery.SentAt),
            Value(!IsTap(turn.Item.Delivery.Kind)),
            Value(IsTap(turn.Item.Delivery.Kind)),
        },
    };

    // Whatever else a person sends opens the long window, a photo as well as words.
    private static bool IsTap(InputKind kind) =>
        kind is InputKind.MenuTap or InputKind.Followed or InputKind.Scanned or InputKind.ChoiceTap;

    private static NpgsqlBatchCommand Said(SealedTurn turn, DateTimeOffset now) => new(SaidSql)
    {
        Parameters =
        {
            Value(AnswerOccasion.PeriodOf(turn.Item.Delivery.SentAt)),
            Value(turn.Talk.PersonId.Value),
            Value(turn.Occasion),
            Value(turn.Text!),
            Value((short)turn.Status),
            Value(now),
            Value(now + BatchWriter.GoodFor),
        },
    };

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}

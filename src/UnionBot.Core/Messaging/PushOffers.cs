using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Templates;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Offers the choices of a message as it goes out, under the lock of the person's talk: by numbers where no other question waits for one,
/// else in words. What the ledger keeps is the message without them.
/// </summary>
public sealed class PushOffers(IEnumerable<IPushChoices> choices, TemplateBook templates, MessageCiphers ciphers, ConversationOptions options)
{
    private const string Gap = "\n";

    private const string StateSql = "SELECT state FROM talk WHERE person_id = $1";

    private const string KeepSql = "UPDATE talk SET state = $2, version = version + 1 WHERE person_id = $1";

    /// <summary>The words of a message with its choices behind them, and the talk in which they are open.</summary>
    /// <param name="at">When it goes out; UTC.</param>
    public (TalkState State, string Text) Word(TalkState state, string occasion, string text, DateTimeOffset at)
    {
        if (choices.Select(c => c.Of(occasion)).FirstOrDefault(c => c.Count > 0) is not { } offered) return (state, text);

        var (next, offer) = PushWording.Offer(state, offered, at, options);
        return (next, text + Gap + templates.Word(offer));
    }

    /// <summary>The same for a talk that the caller's transaction has locked, and keeps it.</summary>
    public async Task<string> WordAsync(NpgsqlConnection connection, PersonId person, string occasion, string text, DateTimeOffset at, CancellationToken ct)
    {
        if (choices.All(c => c.Of(occasion).Count == 0)) return text;

        var (state, worded) = Word(await ReadAsync(connection, person, ct), occasion, text, at);
        await using var keep = new NpgsqlCommand(KeepSql, connection);
        keep.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        keep.Parameters.Add(new NpgsqlParameter
        {
            Value = TalkStateJson.Write(state) is { } json ? ciphers.SealState(json, person) : DBNull.Value,
            NpgsqlDbType = NpgsqlDbType.Bytea,
        });
        await keep.ExecuteNonQueryAsync(ct);
        return worded;
    }

    private async Task<TalkState> ReadAsync(NpgsqlConnection connection, PersonId person, CancellationToken ct)
    {
        await using var read = new NpgsqlCommand(StateSql, connection);
        read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        return await read.ExecuteScalarAsync(ct) is byte[] state ? TalkStateJson.Read(ciphers.OpenState(state, person)) : TalkState.Fresh;
    }
}

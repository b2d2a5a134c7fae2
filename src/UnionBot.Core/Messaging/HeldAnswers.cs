using System.Text;
using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>Tells, behind the answer to what a person just wrote, what could not be told since they last wrote.</summary>
public sealed class HeldAnswers(
    NpgsqlDataSource database, MessageCiphers ciphers, PushOffers offers, IEnumerable<ChannelRules> channels, BusinessClock clock)
{
    private const string Gap = "\n\n";

    private const string HolderSql =
        """
        SELECT t.person_id FROM talk t JOIN person p ON p.id = t.person_id
         WHERE p.address_hash = $1 AND t.has_held FOR UPDATE OF t
        """;

    private const string HeldSql =
        "SELECT id, period, occasion, text FROM outbound WHERE person_id = $1 AND status = $2 ORDER BY id FOR UPDATE";

    private const string ToldSql =
        "UPDATE outbound SET status = $3 FROM unnest($1, $2) AS t (id, period) WHERE outbound.id = t.id AND outbound.period = t.period";

    private const string WakeSql = "UPDATE outbound SET status = $2 WHERE person_id = $1 AND status = $3 AND kind = ANY ($4)";

    private const string NoneLeftSql = "UPDATE talk SET has_held = false WHERE person_id = $1";

    private static readonly short[] Pushes = [.. Enum.GetValues<MessageKind>().Where(SendRoutes.IsUnasked).Select(kind => (short)kind)];

    private readonly Dictionary<string, ChannelRules> _channels = channels.ToDictionary(c => c.Channel);

    /// <summary>Takes all that is held for a person who is looking right now.</summary>
    /// <returns>The texts in their order; empty when there are none or the person is unknown.</returns>
    public async Task<IReadOnlyList<string>> TakeAsync(string channel, string address, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await FindHolderAsync(connection, channel, address, ct) is not { } person) return [];

        var held = await ReadAsync(connection, person, ct);
        await MarkToldAsync(connection, [.. held], ct);
        await ForgetAsync(connection, person, ct);
        var texts = new List<string>(held.Count);
        foreach (var message in held) texts.Add(await offers.WordAsync(connection, person, message.Occasion, message.Text, clock.GetUtcNow(), ct));
        await transaction.CommitAsync(ct);
        return texts;
    }

    /// <summary>
    /// Adds as much as fits into one message; what does not fit stays held for the next one. Where the bot is silent
    /// because staff own the talk, what is held is the answer: it may be staff's own. A push is no answer: now that a window opens it is
    /// sent by itself, as all the rules for pushes allow.
    /// </summary>
    internal async Task<DecidedTurn> AppendAsync(
        NpgsqlConnection connection, LoadedTalk talk, DecidedTurn decided, CancellationToken ct)
    {
        if (_channels[talk.Speaker.Channel].IsMetered) await WakePushesAsync(connection, talk.PersonId, ct);

        var held = await ReadAsync(connection, talk.PersonId, ct);
        var room = _channels[talk.Speaker.Channel].MaxBytes - Encoding.UTF8.GetByteCount(decided.Text ?? "");
        var (state, told) = (decided.State, new List<HeldMessage>(held.Count));
        foreach (var message in held)
        {
            var (next, text) = offers.Word(state, message.Occasion, message.Text, clock.GetUtcNow());
            room -= Encoding.UTF8.GetByteCount(Gap + text);
            if (room < 0) break;

            state = next;
            told.Add(message with { Text = text });
        }

        await MarkToldAsync(connection, told, ct);
        if (told.Count == held.Count) await ForgetAsync(connection, talk.PersonId, ct);

        string[] all = [.. decided.Text is { } answer ? [answer] : Array.Empty<string>(), .. told.Select(t => t.Text)];
        return all.Length == 0 ? decided : decided with { State = state, Text = string.Join(Gap, all) };
    }

    private static async Task WakePushesAsync(NpgsqlConnection connection, PersonId person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(WakeSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)OutboundStatus.Queued });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)OutboundStatus.HeldForContact });
        command.Parameters.Add(new NpgsqlParameter<short[]> { TypedValue = Pushes });
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<PersonId?> FindHolderAsync(
        NpgsqlConnection connection, string channel, string address, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HolderSql, connection);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = ciphers.AddressHash(channel, address) });
        return await command.ExecuteScalarAsync(ct) is long id ? new PersonId(id) : null;
    }

    private async Task<List<HeldMessage>> ReadAsync(NpgsqlConnection connection, PersonId person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(HeldSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)OutboundStatus.HeldForContact });
        var held = new List<HeldMessage>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var occasion = reader.GetString(2);
            held.Add(new HeldMessage(reader.GetInt64(0), reader.GetFieldValue<DateOnly>(1), occasion, ciphers.OpenText(reader.GetFieldValue<byte[]>(3), person, occasion)));
        }

        return held;
    }

    private static async Task MarkToldAsync(NpgsqlConnection connection, IReadOnlyList<HeldMessage> told, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ToldSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. told.Select(t => t.Id)] });
        command.Parameters.Add(new NpgsqlParameter<DateOnly[]> { TypedValue = [.. told.Select(t => t.Period)] });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)OutboundStatus.Replied });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task ForgetAsync(NpgsqlConnection connection, PersonId person, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(NoneLeftSql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = person.Value });
        await command.ExecuteNonQueryAsync(ct);
    }

    private sealed record HeldMessage(long Id, DateOnly Period, string Occasion, string Text);
}

using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>Loads in one statement what the turns of a whole batch need to know of their people.</summary>
internal sealed class TalkLoader(MessageCiphers ciphers, MemberCards cards)
{
    // A person who never wrote has no row yet: the caller adds them and loads again.
    private const string LoadSql =
        """
        SELECT k.n, p.id, p.phone_confirmed_at IS NOT NULL, t.version, t.state, t.last_at, t.owned_until, t.has_held,
               i.key IS NOT NULL, i.answered_at IS NOT NULL,
               m.id, m.name, o.name, m.member_no, m.joined_on, m.status
          FROM unnest($1, $2, $3) WITH ORDINALITY AS k (address_hash, sent_at, key, n)
          JOIN person p ON p.address_hash = k.address_hash
          JOIN talk t ON t.person_id = p.id
          LEFT JOIN inbound i ON i.person_id = p.id AND i.sent_at = k.sent_at AND i.key = k.key
          LEFT JOIN member m ON m.person_id = p.id
          LEFT JOIN organisation o ON o.id = m.organisation_id
        """;

    private const string AddSql =
        """
        WITH added AS (
            INSERT INTO person (channel, address_hash, address, seen_at)
            SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT (address_hash) DO NOTHING RETURNING id)
        INSERT INTO talk (person_id, version, has_held) SELECT id, 0, false FROM added
        """;

    /// <summary>Fills <see cref="InboxItem.Talk"/> of every item; people who are new to us are added first.</summary>
    public async Task LoadAsync(NpgsqlConnection connection, IReadOnlyList<InboxItem> items, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var item in items) item.Talk = null;
        await LoadKnownAsync(connection, items, ct);

        var strangers = items.Where(i => i.Talk is null).ToArray();
        if (strangers.Length == 0) return;

        await AddAsync(connection, strangers, now, ct);
        await LoadKnownAsync(connection, strangers, ct);
    }

    private async Task LoadKnownAsync(NpgsqlConnection connection, IReadOnlyList<InboxItem> items, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LoadSql, connection);
        command.Parameters.Add(Arrays.Of(items, i => i.AddressHash, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(items, i => i.Delivery.SentAt, NpgsqlDbType.TimestampTz));
        command.Parameters.Add(Arrays.Of(items, i => i.Key, NpgsqlDbType.Bytea));

        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var item = items[(int)reader.GetInt64(0) - 1];
            item.Talk = Read(reader, item.Delivery.Channel);
        }
    }

    private LoadedTalk Read(NpgsqlDataReader row, string channel)
    {
        var person = new PersonId(row.GetInt64(1));
        var state = row.IsDBNull(4)
            ? TalkState.Fresh
            : TalkStateJson.Read(ciphers.OpenState(row.GetFieldValue<byte[]>(4), person));

        return new LoadedTalk(
            ReadSpeaker(row, person, channel),
            row.GetInt32(3),
            state with { LastAt = row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5) },
            row.IsDBNull(6) ? null : row.GetFieldValue<DateTimeOffset>(6),
            row.GetBoolean(7),
            !row.GetBoolean(8) ? MessageFate.New : row.GetBoolean(9) ? MessageFate.Answered : MessageFate.Kept);
    }

    private Speaker ReadSpeaker(NpgsqlDataReader row, PersonId person, string channel)
    {
        if (row.IsDBNull(10))
            return new Speaker(person, channel, row.GetBoolean(2) ? MemberLevel.PhoneConfirmed : MemberLevel.Follower);

        var card = cards.Of(
            row.GetInt64(10),
            row.GetFieldValue<byte[]>(11),
            row.GetString(12),
            row.IsDBNull(13) ? null : row.GetString(13),
            row.IsDBNull(14) ? null : row.GetFieldValue<DateOnly>(14),
            (MemberStatus)row.GetInt16(15));
        return new Speaker(person, channel, MemberLevel.Member) { Card = card };
    }

    private async Task AddAsync(
        NpgsqlConnection connection, IReadOnlyList<InboxItem> strangers, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(AddSql, connection);
        command.Parameters.Add(Arrays.Of(strangers, i => i.Delivery.Channel, NpgsqlDbType.Text));
        command.Parameters.Add(Arrays.Of(strangers, i => i.AddressHash, NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(
            strangers, i => ciphers.SealAddress(i.Delivery.Address, i.AddressHash), NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(strangers, _ => now, NpgsqlDbType.TimestampTz));
        await command.ExecuteNonQueryAsync(ct);
    }
}

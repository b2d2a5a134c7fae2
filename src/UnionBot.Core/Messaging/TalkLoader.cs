using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>Loads in one statement what the turns of a whole batch need to know of their people.</summary>
internal sealed class TalkLoader(MessageCiphers ciphers, MemberCards cards)
{
    // A person who never wrote has no row yet, and is added.
    private const string LoadSql =
        """
        SELECT k.n, p.id, p.phone_confirmed_at IS NOT NULL, t.version, t.state, t.last_at,
               greatest(t.owned_until, t.session_until), t.has_held, i.key IS NOT NULL, i.answered_at IS NOT NULL,
               m.id, m.name, o.name, m.member_no, m.joined_on, m.status
          FROM unnest($1, $2, $3) WITH ORDINALITY AS k (address_hash, sent_at, key, n)
          JOIN person p ON p.address_hash = k.address_hash
          JOIN talk t ON t.person_id = p.id
          LEFT JOIN inbound i ON i.person_id = p.id AND i.sent_at = k.sent_at AND i.key = k.key
          LEFT JOIN member m ON m.person_id = p.id
          LEFT JOIN organisation o ON o.id = m.organisation_id
        """;

    private const string LockSql = "SELECT 1 FROM talk WHERE person_id = $1 FOR UPDATE";

    // Nothing is lost if these rows are: whatever refers to them is flushed after them, or not at all.
    private const string NeedNotFlushSql = "SELECT set_config('synchronous_commit', 'off', true)";

    /// <summary>Fills <see cref="InboxItem.Talk"/> of every item; people who are new to us are added first.</summary>
    public async Task LoadAsync(NpgsqlConnection connection, IReadOnlyList<InboxItem> items, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var item in items) item.Talk = null;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Known(items) } };
        await using (var row = await batch.ExecuteReaderAsync(ct))
        {
            await ReadAsync(row, items, ct);
        }

        var strangers = items.Where(i => i.Talk is null).ToArray();
        if (strangers.Length > 0) await AddAsync(connection, strangers, now, ct);
    }

    /// <summary>
    /// Locks the talk of a known person and loads it: messages of one person are answered one after the other, on
    /// whichever host. Two statements, since only the second sees what was committed while the first waited.
    /// </summary>
    public async Task LockAndLoadAsync(NpgsqlConnection connection, InboxItem item, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(LockSql) { Parameters = { new NpgsqlParameter<long> { TypedValue = item.Talk!.PersonId.Value } } },
                Known([item]),
            },
        };
        bool isKnown;
        await using (var row = await batch.ExecuteReaderAsync(ct))
        {
            await row.NextResultAsync(ct);
            isKnown = await ReadAsync(row, [item], ct) > 0;
        }

        // Erased since: whoever writes from that address is somebody new.
        if (!isKnown) await AddAsync(connection, [item], now, ct);
    }

    private static NpgsqlBatchCommand Known(IReadOnlyList<InboxItem> items) => new(LoadSql)
    {
        Parameters =
        {
            Arrays.Of(items, i => i.AddressHash, NpgsqlDbType.Bytea),
            Arrays.Of(items, i => i.Delivery.SentAt, NpgsqlDbType.TimestampTz),
            Arrays.Of(items, i => i.Key, NpgsqlDbType.Bytea),
        },
    };

    /// <returns>How many were known.</returns>
    private async Task<int> ReadAsync(NpgsqlDataReader row, IReadOnlyList<InboxItem> items, CancellationToken ct)
    {
        var known = 0;
        for (; await row.ReadAsync(ct); known++)
        {
            var item = items[(int)row.GetInt64(0) - 1];
            item.Talk = Read(row, item.Delivery.Channel);
        }

        return known;
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
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(NeedNotFlushSql),
                new NpgsqlBatchCommand(PeopleByAddress.AddSql)
                {
                    Parameters =
                    {
                        Arrays.Of(strangers, i => i.Delivery.Channel, NpgsqlDbType.Text),
                        Arrays.Of(strangers, i => i.AddressHash, NpgsqlDbType.Bytea),
                        Arrays.Of(
                            strangers, i => ciphers.SealAddress(i.Delivery.Address, i.AddressHash), NpgsqlDbType.Bytea),
                        Arrays.Of(strangers, _ => now, NpgsqlDbType.TimestampTz),
                    },
                },
            },
        };
        var left = strangers.ToList();
        await using (var row = await batch.ExecuteReaderAsync(ct))
        {
            await row.NextResultAsync(ct);
            while (await row.ReadAsync(ct))
            {
                var hash = row.GetFieldValue<byte[]>(1);
                var added = left.Single(i => i.AddressHash.AsSpan().SequenceEqual(hash));
                added.Talk = LoadedTalk.OfStranger(new PersonId(row.GetInt64(0)), added.Delivery.Channel);
                left.Remove(added);
            }
        }

        // Another host was faster with these.
        if (left.Count > 0) await LoadAsync(connection, left, now, ct);
    }
}

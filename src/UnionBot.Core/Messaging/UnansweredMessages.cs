using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Takes up messages that were kept and then left unanswered: by a crash, a lost database or a stop. Safe on several
/// hosts at once, since each turn locks its person and finds what another host has answered. What failed before stands
/// behind what did not; what cannot be read any more is put aside and holds up nobody.
/// </summary>
public sealed class UnansweredMessages(
    NpgsqlDataSource database, MessageCiphers ciphers, Inbox inbox, FailedMessages failed, BusinessClock clock)
{
    /// <summary>A message younger than this may still be in some host's hands; to take it up as well is only work for nothing.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const int MostAtOnce = 100;

    private static readonly string FindSql =
        $"""
        SELECT i.person_id, i.sent_at, i.key, i.kind, i.body, i.secret, p.channel, p.address, p.address_hash
          FROM inbound i JOIN person p ON p.id = i.person_id
         WHERE i.answered_at IS NULL AND i.received_at < $1 AND {FailedMessages.IsDueSql}
         ORDER BY i.failures, i.received_at LIMIT $2
        """;

    /// <param name="olderThan">By the time they were taken in.</param>
    /// <returns>How many were taken up; their answers go out by messages of their own.</returns>
    public async Task<int> TakeUpAsync(TimeSpan olderThan, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() - olderThan });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostAtOnce });

        var found = 0;
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (await ReadOrPutAsideAsync(row, ct) is { } delivery && inbox.TryTakeUp(delivery, row.GetFieldValue<byte[]>(2))) found++;
        }

        return found;
    }

    /// <returns>Null when it cannot be read: its key is lost, or its bytes are damaged.</returns>
    private async Task<Delivery?> ReadOrPutAsideAsync(NpgsqlDataReader row, CancellationToken ct)
    {
        try
        {
            return Read(row);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            await failed.PutAsideAsync(row.GetInt64(0), row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<byte[]>(2), e, ct);
            return null;
        }
    }

    private Delivery Read(NpgsqlDataReader row)
    {
        var (person, key) = (new PersonId(row.GetInt64(0)), row.GetFieldValue<byte[]>(2));
        var kind = (InputKind)row.GetInt16(3);
        var body = MessageBody.Read(kind, ciphers.OpenBody(row.GetFieldValue<byte[]>(4), person, key));
        var address = ciphers.OpenAddress(row.GetFieldValue<byte[]>(7), row.GetFieldValue<byte[]>(8));

        return new Delivery(row.GetString(6), address, "", row.GetFieldValue<DateTimeOffset>(1), kind)
        {
            Text = row.IsDBNull(5) ? body.Text : ciphers.OpenSecret(row.GetFieldValue<byte[]>(5), person, key),
            Tap = body.Tap,
            Place = body.Place,
            MediaId = body.MediaId,
        };
    }
}

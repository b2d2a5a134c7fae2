using Npgsql;
using NpgsqlTypes;
using UnionBot.Benchmarks.Platform;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Benchmarks.Database;

/// <summary>Fills the bot's tables with everybody who is going to write, each bound to a row of the roster.</summary>
internal sealed class PeopleRows(NpgsqlDataSource source, FieldCipher cipher)
{
    private const string Channel = "wechat";

    private readonly MessageCiphers _ciphers = new(cipher);

    /// <summary>Does nothing when a run before has kept its database.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        await using var count = source.CreateCommand("SELECT EXISTS (SELECT FROM talk)");
        if (await count.ExecuteScalarAsync(ct) is true) return;

        await new MessagePartitions(source).EnsureAsync(TimeProvider.System.GetUtcNow(), ct);
        await CopyPeopleAsync(ct);
        await new MemberRows(source, cipher).CopyAsync(ct);
        await new BindCodeRows(source, cipher).CopyAsync(ct);
        await using var finish = source.CreateCommand(
            """
            SELECT setval(pg_get_serial_sequence('person', 'id'), max(id)) FROM person;
            INSERT INTO talk (person_id, version, has_held) SELECT id, 0, false FROM person;
            ANALYZE;
            CHECKPOINT;
            """);
        await finish.ExecuteNonQueryAsync(ct);
    }

    private async Task CopyPeopleAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var now = TimeProvider.System.GetUtcNow();
        await using var writer = await connection.BeginBinaryImportAsync(
            "COPY person (id, channel, address_hash, address, seen_at, phone_confirmed_at) FROM STDIN (FORMAT binary)", ct);
        for (var person = 1; person <= Account.People; person++)
        {
            var openId = Account.OpenIdOf(person);
            var hash = _ciphers.AddressHash(Channel, openId);
            await writer.StartRowAsync(ct);
            await writer.WriteAsync((long)person, ct);
            await writer.WriteAsync(Channel, ct);
            await writer.WriteAsync(hash, ct);
            await writer.WriteAsync(_ciphers.SealAddress(openId, hash), ct);
            await writer.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
            await writer.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
        }

        await writer.CompleteAsync(ct);
    }
}

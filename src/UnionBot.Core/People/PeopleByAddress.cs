using Npgsql;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.People;

/// <summary>Finds people by channel and address; who is new to us is added, with a fresh talk.</summary>
public sealed class PeopleByAddress(NpgsqlDataSource database, MessageCiphers ciphers, BusinessClock clock)
{
    /// <summary>Adds people by their channels, address hashes, addresses and moments; tells those who are new.</summary>
    internal const string AddSql =
        """
        WITH added AS (
            INSERT INTO person (channel, address_hash, address, seen_at)
            SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT (address_hash) DO NOTHING RETURNING id, address_hash
        ), talking AS (
            INSERT INTO talk (person_id, version, has_held) SELECT id, 0, false FROM added
        )
        SELECT id, address_hash FROM added
        """;

    private const string FindSql = "SELECT id FROM person WHERE address_hash = $1";

    public async Task<PersonId?> FindAsync(string channel, string address, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = ciphers.AddressHash(channel, address) });
        return await command.ExecuteScalarAsync(ct) is long id ? new PersonId(id) : null;
    }

    public async Task<PersonId> FindOrAddAsync(string channel, string address, CancellationToken ct) =>
        await FindAsync(channel, address, ct)
        ?? await AddAsync(channel, address, ct)

        // Somebody else was faster.
        ?? (await FindAsync(channel, address, ct))!.Value;

    private async Task<PersonId?> AddAsync(string channel, string address, CancellationToken ct)
    {
        var hash = ciphers.AddressHash(channel, address);
        await using var command = database.CreateCommand(AddSql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [channel] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [hash] });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [ciphers.SealAddress(address, hash)] });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [clock.GetUtcNow()] });
        return await command.ExecuteScalarAsync(ct) is long id ? new PersonId(id) : null;
    }
}

using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Keys;

/// <summary>The bots that run on this database right now, on whatever host, and the keys they hold.</summary>
internal sealed class RunningBots(NpgsqlDataSource source)
{
    private const string Prefix = "UnionBot keys";

    /// <summary>PostgreSQL cuts longer names, and half an id could be another one.</summary>
    private const int LongestName = 63;

    private const string Sql =
        "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND starts_with(application_name, $1)";

    /// <summary>How a bot's session is called: all ids it holds, or as many as fit, the one it seals with first.</summary>
    public static string NameOf(EncryptionKeys keys) => keys.Ids.Aggregate(Prefix, (name, id) =>
        name.Length + 1 + id.Length <= LongestName ? $"{name} {id}" : name);

    /// <summary>How many hold no key of this id.</summary>
    public async Task<int> CountWithoutAsync(string keyId, CancellationToken ct) =>
        (await KeysAsync(ct)).Count(held => !held.Contains(keyId));

    /// <summary>How many seal with another key.</summary>
    public async Task<int> CountNotSealingWithAsync(string keyId, CancellationToken ct) =>
        (await KeysAsync(ct)).Count(held => held.FirstOrDefault() != keyId);

    private async Task<IReadOnlyList<string[]>> KeysAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Prefix });
        await using var row = await command.ExecuteReaderAsync(ct);
        var bots = new List<string[]>();
        while (await row.ReadAsync(ct))
            bots.Add(row.GetString(0)[Prefix.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries));

        return bots;
    }
}

using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Database;

/// <summary>Compares our keys with the proofs that the database keeps of those it was written with.</summary>
internal sealed class KeyProofs(NpgsqlDataSource source, FieldCipher cipher)
{
    /// <summary>Keeps a proof of each key in use that has none yet, then checks them all.</summary>
    /// <exception cref="SetupException">A key is wrong or missing; the message names its id.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        // Before anything is added: a wrong set of keys must not leave a trace.
        Refuse(await FaultsAsync(ct));
        foreach (var proof in KeyProof.Make(cipher)) await KeepAsync(proof, ct);

        // Another process may have been faster, with another key of the same id.
        Refuse(await FaultsAsync(ct));
    }

    /// <returns>What is wrong with our keys; empty when nothing is.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT key_id, proof FROM key_proof ORDER BY key_id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var faults = new List<string>();
        while (await reader.ReadAsync(ct))
        {
            var proof = new KeyProof(reader.GetString(0), reader.GetFieldValue<byte[]>(1));
            if (proof.Fault(cipher) is { } fault) faults.Add(fault);
        }

        return faults;
    }

    private async Task KeepAsync(KeyProof proof, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "INSERT INTO key_proof (key_id, proof) VALUES ($1, $2) ON CONFLICT DO NOTHING");
        command.Parameters.Add(new NpgsqlParameter { Value = proof.KeyId });
        command.Parameters.Add(new NpgsqlParameter { Value = proof.Proof });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new SetupException(string.Join(Environment.NewLine, faults));
    }
}

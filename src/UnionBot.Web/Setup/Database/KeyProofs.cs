using Npgsql;
using UnionBot.Core.Data;

namespace UnionBot.Web.Setup.Database;

/// <summary>Compares our keys with the proofs that the database keeps of those it was written with.</summary>
internal sealed class KeyProofs(NpgsqlDataSource source, FieldCipher cipher)
{
    private const string KeepSql = "INSERT INTO key_proof (key_id, proof, use) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";

    private const string MarkSql =
        "INSERT INTO key_proof (key_id, proof, use) VALUES ($1, $2, $3) ON CONFLICT (key_id) DO UPDATE SET use = excluded.use";

    /// <summary>Keeps a proof of each key in use that has none yet, then checks them all.</summary>
    /// <exception cref="SetupException">A key is wrong or missing; the message names its id.</exception>
    public async Task CheckAsync(CancellationToken ct)
    {
        // Before anything is added: a wrong set of keys must not leave a trace.
        Refuse(await FaultsAsync(ct));
        foreach (var proof in KeyProof.Make(cipher.Keys).Where(IsInUse)) await WriteAsync(KeepSql, proof, ct);

        // Another process may have been faster, with another key of the same id.
        Refuse(await FaultsAsync(ct));
    }

    /// <returns>What is wrong with our keys; empty when nothing is.</returns>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken ct)
    {
        var faults = (await ReadAsync(ct)).Select(proof => proof.Fault(cipher.Keys));
        return [.. faults.OfType<string>()];
    }

    /// <summary>The proofs of all keys this database was ever written with.</summary>
    public async Task<IReadOnlyList<KeyProof>> ReadAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT key_id, proof, use FROM key_proof ORDER BY key_id");
        await using var reader = await command.ExecuteReaderAsync(ct);
        var proofs = new List<KeyProof>();
        while (await reader.ReadAsync(ct))
            proofs.Add(new KeyProof(reader.GetString(0), reader.GetFieldValue<byte[]>(1), (KeyUse)reader.GetInt16(2)));

        return proofs;
    }

    /// <summary>Notes what older keys are still for, so that no start uses them for more.</summary>
    public async Task MarkAsync(IEnumerable<string> older, KeyUse use, CancellationToken ct)
    {
        foreach (var proof in KeyProof.Make(cipher.Keys).Where(proof => older.Contains(proof.KeyId)))
            await WriteAsync(MarkSql, proof with { Use = use }, ct);
    }

    private bool IsInUse(KeyProof proof) => proof.KeyId == cipher.Keys.CurrentId || proof.KeyId == EncryptionKeys.LookupId;

    private async Task WriteAsync(string sql, KeyProof proof, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter { Value = proof.KeyId });
        command.Parameters.Add(new NpgsqlParameter { Value = proof.Proof });
        command.Parameters.Add(new NpgsqlParameter { Value = (short)proof.Use });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void Refuse(IReadOnlyList<string> faults)
    {
        if (faults.Count > 0) throw new SetupException(string.Join(Environment.NewLine, faults));
    }
}

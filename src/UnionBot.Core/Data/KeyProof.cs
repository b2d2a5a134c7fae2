using System.Security.Cryptography;

namespace UnionBot.Core.Data;

/// <summary>
/// A keyed hash of a known value, kept in the database, so that a start with a wrong key is refused before anything is
/// read or written with it.
/// </summary>
/// <param name="KeyId">The id of the key, or <see cref="EncryptionKeys.LookupId"/> for the look-up key.</param>
/// <param name="Use">What this database still has the key for.</param>
public sealed record KeyProof(string KeyId, byte[] Proof, KeyUse Use)
{
    private const string Purpose = "key_proof";
    private const string Known = "UnionBot";

    /// <summary>Proofs of all keys, the current one and the look-up key among them.</summary>
    public static IReadOnlyList<KeyProof> Make(EncryptionKeys keys) =>
    [
        .. keys.All.Select(key => new KeyProof(key.Id, Hash(key.Bytes), KeyUse.Seals)),
        new(EncryptionKeys.LookupId, Hash(keys.Lookup), KeyUse.Seals),
    ];

    /// <returns>Null when the keys given are right for the one that made the proof; else what is wrong.</returns>
    public string? Fault(EncryptionKeys keys)
    {
        if (KeyId == EncryptionKeys.LookupId)
            return Matches(keys.Lookup) ? null : "Encryption:LookupKey is not the one this database was written with.";

        if (Use is not KeyUse.Seals && keys.CurrentId == KeyId)
            return $"Encryption:Keys: key '{KeyId}' has been replaced in this database; put a newer key, of another id, first.";

        return keys.All.FirstOrDefault(key => key.Id == KeyId) is { } given
            ? Matches(given.Bytes) ? null : $"Encryption:Keys: key '{KeyId}' is not the one this database was written with."
            : Use is KeyUse.Retired ? null : $"Encryption:Keys lacks key '{KeyId}', with which values of this database are sealed.";
    }

    private bool Matches(byte[] key) => CryptographicOperations.FixedTimeEquals(Hash(key), Proof);

    private static byte[] Hash(byte[] key) => new LookupHash(key, Purpose).Of(Known);
}

/// <summary>What a database has a key for. Stored as a number, so never reordered.</summary>
public enum KeyUse : short
{
    /// <summary>It is current, or was until lately: values may be sealed with it.</summary>
    Seals = 0,

    /// <summary>A newer key is current; values are sealed anew, and until that is done this one opens them.</summary>
    Opens = 1,

    /// <summary>Nothing is sealed with it any more, and nothing ever will be.</summary>
    Retired = 2,
}

using System.Security.Cryptography;

namespace UnionBot.Core.Data;

/// <summary>
/// A known value sealed with one key and kept in the database, so that a start with a wrong key is refused before
/// anything is read or written with it.
/// </summary>
/// <param name="KeyId">The id of the key, or <see cref="EncryptionKeys.LookupId"/> for the look-up key.</param>
public sealed record KeyProof(string KeyId, byte[] Proof)
{
    private const string Known = "UnionBot";

    /// <summary>Proofs of the current key and of the look-up key: what has to be kept when a key is first used.</summary>
    public static IReadOnlyList<KeyProof> Make(FieldCipher cipher) =>
    [
        new(cipher.Keys.CurrentId, Column(cipher).Seal(Known, [])),
        new(EncryptionKeys.LookupId, Hash(cipher)),
    ];

    /// <returns>Null when the key given under this id is the one that made the proof; else what is wrong.</returns>
    public string? Fault(FieldCipher cipher)
    {
        if (KeyId == EncryptionKeys.LookupId)
            return CryptographicOperations.FixedTimeEquals(Hash(cipher), Proof)
                ? null
                : "Encryption:LookupKey is not the one this database was written with.";

        if (!cipher.Keys.Ids.Contains(KeyId))
            return $"Encryption:Keys lacks key '{KeyId}', with which values of this database are sealed.";

        return Opens(cipher)
            ? null
            : $"Encryption:Keys: key '{KeyId}' is not the one this database was written with.";
    }

    private bool Opens(FieldCipher cipher)
    {
        try
        {
            return Column(cipher).KeyIdOf(Proof) == KeyId && Column(cipher).Open(Proof, []) == Known;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static CipherColumn Column(FieldCipher cipher) => cipher.Column("key_proof", "proof");

    private static byte[] Hash(FieldCipher cipher) => cipher.Lookup("key_proof").Of(Known);
}

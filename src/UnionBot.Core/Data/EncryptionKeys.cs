using System.Security.Cryptography;

namespace UnionBot.Core.Data;

/// <summary>The keys of the encrypted columns, and the key of the look-up hashes.</summary>
public sealed class EncryptionKeys
{
    public const int KeyBytes = 32;

    /// <summary>Names the look-up key where the database proves its keys; no other key may have this id.</summary>
    public const string LookupId = "lookup";

    private const int LongestId = 16;

    private EncryptionKeys(IReadOnlyList<EncryptionKey> all, byte[] lookup) => (All, Lookup) = (all, lookup);

    /// <summary>The id of the key that new values are sealed with.</summary>
    public string CurrentId => All[0].Id;

    /// <summary>The ids of all keys, the current one first.</summary>
    public IReadOnlyList<string> Ids => [.. All.Select(key => key.Id)];

    internal IReadOnlyList<EncryptionKey> All { get; }

    internal byte[] Lookup { get; }

    /// <summary>Reads the settings <c>Encryption:Keys</c> and <c>Encryption:LookupKey</c>.</summary>
    /// <param name="keys"><c>id:base64,id:base64</c>, the first is the current one; each key has 32 bytes.</param>
    /// <param name="lookupKey">32 bytes in base64.</param>
    /// <exception cref="FormatException">Says which setting or key id is wrong and how; never shows a key.</exception>
    public static EncryptionKeys Parse(string keys, string lookupKey)
    {
        EncryptionKey[] all =
        [
            .. keys.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseKey),
        ];
        if (all.Length == 0) throw new FormatException("Encryption:Keys is empty; it needs at least one id:base64.");

        var lookup = ParseBytes(lookupKey.Trim(), "Encryption:LookupKey");
        RefuseDoubles(all, lookup);
        return new EncryptionKeys(all, lookup);
    }

    /// <summary>These keys, and behind them those of the others that are not among them.</summary>
    /// <exception cref="FormatException">Both have a key of one id, but not the same.</exception>
    internal EncryptionKeys Before(EncryptionKeys others)
    {
        EncryptionKey[] all = [.. All, .. others.All.Where(other => !All.Any(key => key.IsSameAs(other)))];
        RefuseDoubles(all, Lookup);
        return new EncryptionKeys(all, Lookup);
    }

    private static EncryptionKey ParseKey(string entry, int index)
    {
        var colon = entry.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) throw new FormatException($"Encryption:Keys, entry {index + 1}: expected id:base64.");

        var id = entry[..colon].Trim();
        if (id.Length is 0 or > LongestId || !id.All(IsIdCharacter))
            throw new FormatException(
                $"Encryption:Keys, entry {index + 1}: an id has 1 to {LongestId} letters, digits, '-' or '_'.");
        if (id == LookupId) throw new FormatException($"Encryption:Keys: the id '{LookupId}' is reserved.");

        return new EncryptionKey(id, ParseBytes(entry[(colon + 1)..].Trim(), $"Encryption:Keys, key '{id}'"));
    }

    private static byte[] ParseBytes(string base64, string where)
    {
        var bytes = new byte[KeyBytes];
        if (Convert.TryFromBase64String(base64, bytes, out var length) && length == KeyBytes) return bytes;

        throw new FormatException($"{where}: expected {KeyBytes} bytes in base64 (44 characters).");
    }

    private static void RefuseDoubles(EncryptionKey[] all, byte[] lookup)
    {
        for (var i = 0; i < all.Length; i++)
        {
            var (id, bytes) = (all[i].Id, all[i].Bytes);
            if (CryptographicOperations.FixedTimeEquals(bytes, lookup))
                throw new FormatException($"Encryption:LookupKey is the same as key '{id}'; use a key of its own.");

            foreach (var other in all.AsSpan(i + 1))
            {
                if (other.Id == id) throw new FormatException($"Encryption:Keys: the id '{id}' occurs twice.");
                if (CryptographicOperations.FixedTimeEquals(bytes, other.Bytes))
                    throw new FormatException($"Encryption:Keys: '{id}' and '{other.Id}' are the same key.");
            }
        }
    }

    private static bool IsIdCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}

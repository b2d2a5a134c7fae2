using System.Collections.Concurrent;

namespace UnionBot.Core.Data;

/// <summary>Seals and opens the encrypted columns of the database, and hashes values for look-up. Thread-safe.</summary>
public sealed class FieldCipher(EncryptionKeys keys)
{
    private readonly ConcurrentDictionary<SealedColumn, CipherColumn> _columns = new();
    private readonly ConcurrentDictionary<string, LookupHash> _lookups = new(StringComparer.Ordinal);
    private volatile EncryptionKeys _keys = keys;

    public EncryptionKeys Keys => _keys;

    /// <summary>
    /// Goes over to other keys while the bot runs: values are sealed with their first from now on. Keys known before
    /// still open, since a value may have been read with them a moment ago.
    /// </summary>
    /// <exception cref="FormatException">A key known before is given with other bytes; nothing is changed.</exception>
    public void Use(EncryptionKeys keys) => _keys = keys.Before(_keys);

    /// <summary>The cipher of one column; ask once and keep it.</summary>
    public CipherColumn Column(SealedColumn column) =>
        _columns.GetOrAdd(column, static (column, cipher) => new CipherColumn(cipher, column), this);

    /// <summary>The keyed hash of one kind of value, such as <c>phone</c>; ask once and keep it.</summary>
    /// <param name="purpose">Equal values of two purposes have unrelated hashes. Stored: never changed.</param>
    public LookupHash Lookup(string purpose) =>
        _lookups.GetOrAdd(purpose, static (purpose, key) => new LookupHash(key, purpose), _keys.Lookup);
}

using System.Collections.Concurrent;

namespace UnionBot.Core.Data;

/// <summary>Seals and opens the encrypted columns of the database, and hashes values for look-up. Thread-safe.</summary>
public sealed class FieldCipher(EncryptionKeys keys)
{
    private readonly ConcurrentDictionary<(string Table, string Column), CipherColumn> _columns = new();
    private readonly ConcurrentDictionary<string, LookupHash> _lookups = new(StringComparer.Ordinal);

    public EncryptionKeys Keys { get; } = keys;

    /// <summary>The cipher of one column; ask once and keep it.</summary>
    /// <param name="table">The table as stored, such as <c>member</c>; part of what protects each value.</param>
    /// <param name="column">The column as stored. Renaming either makes the values sealed before unreadable.</param>
    public CipherColumn Column(string table, string column) =>
        _columns.GetOrAdd((table, column), name => new CipherColumn(Keys.All, name.Table, name.Column));

    /// <summary>The keyed hash of one kind of value, such as <c>phone</c>; ask once and keep it.</summary>
    /// <param name="purpose">Equal values of two purposes have unrelated hashes. Stored: never changed.</param>
    public LookupHash Lookup(string purpose) =>
        _lookups.GetOrAdd(purpose, static (purpose, key) => new LookupHash(key, purpose), Keys.Lookup);
}

namespace UnionBot.Core.Data;

/// <summary>What the keys have become for one column.</summary>
internal sealed class ColumnKeys(EncryptionKeys of, string column)
{
    /// <summary>The keys these were made of: others may have been given since.</summary>
    public EncryptionKeys Of { get; } = of;

    public ColumnKey[] All { get; } = [.. of.All.Select(key => new ColumnKey(key, column))];

    /// <summary>The one that new values are sealed with.</summary>
    public ColumnKey Current => All[0];
}

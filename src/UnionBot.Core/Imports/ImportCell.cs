namespace UnionBot.Core.Imports;

/// <summary>Reads the text of one cell, trimmed and never empty.</summary>
public delegate ImportCell<T> ImportCellParser<T>(string text);

/// <summary>What a cell means, or why it means nothing.</summary>
/// <param name="Reason">Null when the cell is good.</param>
public readonly record struct ImportCell<T>(T? Value, ImportReason? Reason)
{
    public static implicit operator ImportCell<T>(T value) => new(value, null);
}

/// <summary>Makes the cells that mean nothing.</summary>
public static class ImportCell
{
    public static ImportCell<T> Bad<T>(ImportReason reason) => new(default, reason);
}

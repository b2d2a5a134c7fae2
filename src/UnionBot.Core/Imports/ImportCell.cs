namespace UnionBot.Core.Imports;

/// <summary>Reads the text of one cell, trimmed and never empty.</summary>
public delegate ImportCell<T> ImportCellParser<T>(string text);

/// <summary>What a cell means, or why it means nothing.</summary>
/// <param name="Reason">In Chinese for staff, without the cell's text; null when the cell is good.</param>
public readonly record struct ImportCell<T>(T? Value, string? Reason)
{
    public static implicit operator ImportCell<T>(T value) => new(value, null);
}

/// <summary>Makes the cells that mean nothing.</summary>
public static class ImportCell
{
    public static ImportCell<T> Bad<T>(string reason) => new(default, reason);
}

namespace UnionBot.Core.Imports;

/// <summary>One cell as the file holds it.</summary>
/// <param name="Text">Days as 2026-03-08, numbers in full; "" when empty.</param>
internal readonly record struct SourceCell(string Text, SourceCellKind Kind = SourceCellKind.Text)
{
    public bool IsEmpty => Kind == SourceCellKind.Text && Text.Length == 0;
}

internal enum SourceCellKind
{
    Text,

    /// <summary>A spreadsheet's number: zeros in front, if there were any, are lost.</summary>
    Number,

    /// <summary>A number with more digits than a spreadsheet can hold.</summary>
    LongNumber,

    /// <summary>A formula without a result.</summary>
    Error,
}

namespace UnionBot.Core.Imports;

/// <summary>One column that an import looks for, by any of its headers.</summary>
public abstract class ImportColumn
{
    private protected ImportColumn(string name, string[] aliases) => (Name, Aliases) = (name, aliases);

    /// <summary>The header as our own templates write it.</summary>
    public string Name { get; }

    /// <summary>Other headers for the same thing. Blanks, case, full width and marks such as * or （必填） do not count.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The column must be there and filled in every row.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// Zeros in front belong to the value, so a cell that a spreadsheet holds as a plain number is refused.
    /// </summary>
    public bool KeepsZeros { get; init; }

    /// <returns>The value, boxed; null with a reason when the cell means nothing.</returns>
    internal abstract object? Parse(string text, out string? reason);
}

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
public sealed class ImportColumn<T>(string name, ImportCellParser<T> parser, params string[] aliases)
    : ImportColumn(name, aliases)
{
    internal override object? Parse(string text, out string? reason)
    {
        var cell = parser(text);
        reason = cell.Reason;
        return reason is null ? cell.Value : null;
    }
}

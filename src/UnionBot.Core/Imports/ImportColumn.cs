namespace UnionBot.Core.Imports;

/// <summary>One column that an import looks for, by any of its headers.</summary>
public abstract class ImportColumn
{
    private protected ImportColumn(IReadOnlyList<string> headers) => Headers = headers;

    /// <summary>By any of them it is known, the first is ours. Blanks, case, full width, * and （必填） do not count.</summary>
    public IReadOnlyList<string> Headers { get; }

    public string Name => Headers[0];

    /// <summary>The column must be there and filled in every row.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// Zeros in front belong to the value, so a cell that a spreadsheet holds as a plain number is refused.
    /// </summary>
    public bool KeepsZeros { get; init; }

    /// <returns>The value, boxed; null with a reason when the cell means nothing.</returns>
    internal abstract object? Parse(string text, out ImportReason? reason);
}

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
public sealed class ImportColumn<T>(IReadOnlyList<string> headers, ImportCellParser<T> parser) : ImportColumn(headers)
{
    internal override object? Parse(string text, out ImportReason? reason)
    {
        var cell = parser(text);
        reason = cell.Reason;
        return reason is null ? cell.Value : null;
    }
}

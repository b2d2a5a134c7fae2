namespace UnionBot.Core.Imports;

/// <summary>A row in which every cell was good.</summary>
public sealed class ImportRow
{
    private readonly IReadOnlyList<ImportColumn> _columns;
    private readonly object?[] _values;
    private readonly ImportHeader _header;

    internal ImportRow(int number, ImportHeader header, IReadOnlyList<ImportColumn> columns, object?[] values) =>
        (Number, _header, _columns, _values) = (number, header, columns, values);

    /// <summary>As the spreadsheet numbers it.</summary>
    public int Number { get; }

    /// <returns>The default of <typeparamref name="T"/> when the cell is empty or the file lacks the column.</returns>
    public T? Get<T>(ImportColumn<T> column)
    {
        for (var i = 0; i < _columns.Count; i++)
        {
            if (ReferenceEquals(_columns[i], column)) return _values[i] is T value ? value : default;
        }

        throw new ArgumentException($"The import did not ask for column '{column.Name}'.", nameof(column));
    }

    /// <summary>Whether the file has the column at all, be the cell filled or not.</summary>
    public bool Knows(ImportColumn column) => _columns.Index().Any(c => c.Item == column && _header.PlaceOf(c.Index) >= 0);

    /// <summary>Whether the cell was filled.</summary>
    public bool Has(ImportColumn column) => _columns.Index().Any(c => c.Item == column && _values[c.Index] is not null);
}

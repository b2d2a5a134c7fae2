namespace UnionBot.Core.Imports;

/// <summary>Reads the cells of one row, and tells everything that is wrong with it.</summary>
internal static class RowReader
{
    /// <returns>Null when a cell was bad.</returns>
    public static ImportRow? Read(
        int number,
        IReadOnlyList<SourceCell> cells,
        ImportHeader header,
        IReadOnlyList<ImportColumn> columns,
        ImportProblem? rowFault,
        int longest,
        ImportReport report)
    {
        var before = report.FaultCount;
        rowFault ??= cells.Skip(header.Width).Any(cell => !cell.IsEmpty) ? ImportProblem.TooManyCells : null;
        if (rowFault is not null)
        {
            report.Add(new ImportFault(number, null, rowFault.Value));
            return null;
        }

        var values = new object?[columns.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var place = header.PlaceOf(i);
            var cell = place >= 0 && place < cells.Count ? cells[place] : new SourceCell("");
            values[i] = Parse(cell, columns[i], longest, out var reason);
            if (reason is not null) report.Add(new ImportFault(number, columns[i].Name, reason));
        }

        return report.FaultCount == before ? new ImportRow(number, header, columns, values) : null;
    }

    private static object? Parse(SourceCell cell, ImportColumn column, int longest, out ImportReason? reason)
    {
        reason = Fault(cell, column, longest);
        return reason is not null || cell.IsEmpty ? null : column.Parse(cell.Text, out reason);
    }

    private static ImportReason? Fault(SourceCell cell, ImportColumn column, int longest) => cell.Kind switch
    {
        _ when cell.Text.Length > longest => new ImportReason(ImportProblem.CellTooLong, longest),
        SourceCellKind.Error => ImportProblem.FormulaError,
        SourceCellKind.LongNumber => ImportProblem.NumberTooLong,
        SourceCellKind.Number when column.KeepsZeros => ImportProblem.NumberForCode,
        _ when cell.IsEmpty => column.IsRequired ? ImportProblem.Required : null,
        _ when CellText.FormulaError.IsMatch(cell.Text) => ImportProblem.FormulaError,
        _ => CellText.Scientific.IsMatch(cell.Text) ? ImportProblem.Scientific : null,
    };
}

namespace UnionBot.Core.Imports;

/// <summary>Reads the rows of any csv, tsv, xlsx or JSON lines file one by one, so that a million rows need little memory.</summary>
public static class Importer
{
    /// <summary>Titles and notes often stand above the headers.</summary>
    private const int MostRowsAboveHeaders = 10;

    /// <summary>Streams the good rows; the bad ones are told to the report, which is complete after the last row.</summary>
    /// <remarks>All or nothing: what the rows led to may be kept only if the report is clean at the end.</remarks>
    public static IEnumerable<ImportRow> Read(
        ImportFile file, IReadOnlyList<ImportColumn> columns, ImportReport report, ImportLimits? limits = null)
    {
        using var rows = ReadRows(file, columns, report, limits ?? file.Limits).GetEnumerator();
        while (Next(rows, report) is { } row) yield return row;
    }

    private static ImportRow? Next(IEnumerator<ImportRow> rows, ImportReport report)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (UnreadableFileException unreadable)
        {
            report.Add(unreadable.Fault);
            return null;
        }
    }

    private static IEnumerable<ImportRow> ReadRows(
        ImportFile file, IReadOnlyList<ImportColumn> columns, ImportReport report, ImportLimits limits)
    {
        using var table = file.TakeTable(limits);
        if (table.Notice is { } notice) report.Notice(notice);

        if (FindHeader(table, columns, report, limits) is not { } header) yield break;

        while (table.Read() is { } cells)
        {
            if (cells.All(cell => cell.IsEmpty)) continue;
            if (report.Rows == limits.Rows)
                throw new UnreadableFileException(table.Row, new ImportReason(ImportProblem.TooManyRows, limits.Rows));

            report.Rows++;
            var row = RowReader.Read(table.Row, cells, header, columns, table.RowFault, limits.CellCharacters, report);
            if (row is not null) yield return row;
        }
    }

    private static ImportHeader? FindHeader(
        ITableSource table, IReadOnlyList<ImportColumn> columns, ImportReport report, ImportLimits limits)
    {
        var isEmpty = true;
        while (table.Row <= MostRowsAboveHeaders && table.Read() is { } cells)
        {
            isEmpty = false;
            if (cells.Skip(limits.Columns).Any(cell => !cell.IsEmpty))
                throw new UnreadableFileException(table.Row, new ImportReason(ImportProblem.TooManyColumns, limits.Columns));
            if (!ImportHeader.IsHeader(cells, columns)) continue;

            var header = ImportHeader.Match(table.Row, cells, columns, report);
            if (header.Ignored.Count > 0) report.Notice(new ImportNotice(ImportNoticeKind.IgnoredColumns, header.Ignored));
            return report.IsClean ? header : null;
        }

        report.Add(new ImportFault(0, null, isEmpty ? ImportProblem.Empty : ImportProblem.NoHeaders));
        return null;
    }
}

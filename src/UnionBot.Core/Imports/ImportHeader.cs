using System.Text;
using System.Text.RegularExpressions;

namespace UnionBot.Core.Imports;

/// <summary>Which column of the file is which column of the import.</summary>
internal sealed partial class ImportHeader
{
    private readonly int[] _places;

    private ImportHeader(int width, int[] places, IReadOnlyList<string> ignored) =>
        (Width, _places, Ignored) = (width, places, ignored);

    /// <summary>Cells after this one stand under no header.</summary>
    public int Width { get; }

    /// <summary>Headers nobody asked for.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <returns>Where the column of that index stands; -1 when the file lacks it.</returns>
    public int PlaceOf(int column) => _places[column];

    /// <summary>Whether a row is the row of headers, and not a title above it.</summary>
    public static bool IsHeader(IReadOnlyList<SourceCell> cells, IReadOnlyList<ImportColumn> columns) =>
        columns.Any(column => cells.Any(cell => Names(column, Normal(cell.Text))));

    /// <param name="report">Is told what is missing or there twice.</param>
    public static ImportHeader Match(
        int row, IReadOnlyList<SourceCell> cells, IReadOnlyList<ImportColumn> columns, ImportReport report)
    {
        string[] headers = [.. cells.Select(cell => Normal(cell.Text))];
        var used = new HashSet<int>();
        int[] places = [.. columns.Select(column => Find(column))];
        string[] ignored = [.. cells.Where((cell, i) => !cell.IsEmpty && !used.Contains(i)).Select(cell => cell.Text)];
        return new ImportHeader(Array.FindLastIndex(headers, header => header.Length > 0) + 1, places, ignored);

        int Find(ImportColumn column)
        {
            int[] found = [.. headers.Index().Where(header => Names(column, header.Item)).Select(header => header.Index)];
            used.UnionWith(found);
            if (found.Length > 1) report.Add(new ImportFault(row, column.Name, ImportProblem.ColumnTwice));
            if (found.Length == 0 && column.IsRequired)
                report.Add(new ImportFault(row, column.Name, ImportProblem.ColumnMissing));
            return found.Length == 0 ? -1 : found[0];
        }
    }

    private static bool Names(ImportColumn column, string header) =>
        header.Length > 0 && column.Headers.Any(known => Normal(known) == header);

    /// <summary>Half width, lower case, without blanks, stars and （必填）.</summary>
    public static string Normal(string header) =>
        Marks.Replace(header.Normalize(NormalizationForm.FormKC).ToLowerInvariant(), "");

    [GeneratedRegex(@"[\s*:]|\((必填|选填|可不填)\)")]
    private static partial Regex Marks { get; }
}

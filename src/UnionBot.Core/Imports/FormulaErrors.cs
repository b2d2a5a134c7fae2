using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace UnionBot.Core.Imports;

/// <summary>
/// The cells of a sheet whose formula has no result (#N/A). ExcelDataReader gives them as empty, and an empty cell
/// would be taken as meant so.
/// </summary>
internal static class FormulaErrors
{
    /// <returns>Row and column, both from 0; writers may leave the references out, then they are counted.</returns>
    public static HashSet<(int Row, int Column)> Find(Stream stream, string sheetName)
    {
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = document.WorkbookPart;
        var sheet = book?.Workbook.Descendants<Sheet>().FirstOrDefault(sheet => sheet.Name == sheetName);
        return sheet?.Id?.Value is { } id && book!.GetPartById(id) is WorksheetPart part ? Find(part) : [];
    }

    private static HashSet<(int Row, int Column)> Find(WorksheetPart part)
    {
        var found = new HashSet<(int, int)>();
        var (row, column) = (-1, -1);
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (!reader.IsStartElement) continue;
            if (reader.ElementType == typeof(Row))
            {
                row = Attribute(reader, "r") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) - 1 : row + 1;
                column = -1;
            }
            else if (reader.ElementType == typeof(Cell))
            {
                column = Attribute(reader, "r") is { } reference ? ColumnOf(reference) : column + 1;
                if (Attribute(reader, "t") == "e") found.Add((row, column));
            }
        }

        return found;
    }

    private static string? Attribute(OpenXmlReader reader, string name)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == name) return attribute.Value;
        }

        return null;
    }

    /// <summary>B3 is in column 1.</summary>
    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.AsSpan().TrimEnd("0123456789"))
            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;

        return column - 1;
    }
}

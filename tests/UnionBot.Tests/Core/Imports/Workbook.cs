using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace UnionBot.Tests.Core.Imports;

/// <summary>Builds xlsx files cell by cell.</summary>
internal static class Workbook
{
    public static readonly string[] Formats = ["000000", "yyyy-mm-dd"];

    public static Cell Text(string text) =>
        new() { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    public static Cell Number(double number) => new() { CellValue = new CellValue(Invariant(number)) };

    /// <summary>A number shown with six digits.</summary>
    public static Cell Padded(double number) => new() { CellValue = new CellValue(Invariant(number)), StyleIndex = 1 };

    public static Cell Day(DateOnly day) =>
        new() { CellValue = new CellValue(Invariant(day.ToDateTime(TimeOnly.MinValue).ToOADate())), StyleIndex = 2 };

    public static Cell Formula(string formula, string value) =>
        new() { CellFormula = new CellFormula(formula), CellValue = new CellValue(value), DataType = CellValues.String };

    public static Cell Error(string error) =>
        new() { CellFormula = new CellFormula("1/0"), CellValue = new CellValue(error), DataType = CellValues.Error };

    public static MemoryStream File(params Cell[][] rows) => File(("会员", false, rows));

    public static MemoryStream File(params (string Name, bool Hidden, Cell[][] Rows)[] sheets)
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            foreach (var sheet in sheets) Add(book, sheet.Name, sheet.Hidden, sheet.Rows);
        }

        stream.Position = 0;
        return stream;
    }

    private static void Add(WorkbookPart book, string name, bool hidden, Cell[][] rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row))));
        var sheets = book.Workbook.Sheets!;
        sheets.Append(new Sheet
        {
            Id = book.GetIdOfPart(part),
            SheetId = (uint)sheets.Count() + 1,
            Name = name,
            State = hidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
        });
    }

    private static Stylesheet Styles()
    {
        var formats = Formats.Index().Select(f => new NumberingFormat
        {
            NumberFormatId = (uint)(170 + f.Index),
            FormatCode = f.Item,
        });
        var cells = Formats.Index().Select(f => new CellFormat { NumberFormatId = (uint)(170 + f.Index), ApplyNumberFormat = true });
        return new Stylesheet(
            new NumberingFormats(formats),
            new Fonts(new Font()),
            new Fills(new Fill()),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(cells.Prepend(new CellFormat())));
    }

    private static string Invariant(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace UnionBot.Core.Imports;

/// <summary>Reads the first visible sheet of a workbook; formula cells by their value.</summary>
internal sealed class SheetSource : ITableSource
{
    /// <summary>A spreadsheet holds numbers as doubles and writes no more than 15 digits of them.</summary>
    private const double FirstLongNumber = 1e15;

    private readonly IExcelDataReader _reader;
    private readonly HashSet<(int Row, int Column)> _errors;
    private readonly List<SourceCell> _cells = [];

    static SheetSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public SheetSource(Stream stream, ImportLimits limits)
    {
        RefuseOther(stream);
        if (Reading(() => UnpacksTo(stream, moreThan: limits.WorkbookBytes)))
            throw new UnreadableFileException(0, new ImportReason(ImportProblem.TooManyBytes, limits.WorkbookBytes >> 20));

        _reader = Reading(() => Open(stream));
        Notice = Reading(SelectSheet);
        var place = stream.Position;
        _errors = Reading(() => FormulaErrors.Find(stream, _reader.Name));
        stream.Position = place;
    }

    public int Row { get; private set; }

    public ImportProblem? RowFault => null;

    public ImportNotice? Notice { get; }

    public IReadOnlyList<SourceCell>? Read()
    {
        Row++;
        if (!Reading(_reader.Read)) return null;

        _cells.Clear();
        var width = _reader.FieldCount;
        while (width > 0 && _reader.GetValue(width - 1) is null && !_errors.Contains((Row - 1, width - 1))) width--;
        for (var i = 0; i < width; i++) _cells.Add(Cell(i));
        return _cells;
    }

    public void Dispose() => _reader.Dispose();

    private SourceCell Cell(int i) => _reader.GetValue(i) switch
    {
        null => new SourceCell("", _errors.Contains((Row - 1, i)) ? SourceCellKind.Error : SourceCellKind.Text),
        string text => new SourceCell(CellText.Clean(text)),
        double number => Number(number, _reader.GetNumberFormatString(i)),
        DateTime { TimeOfDay.Ticks: 0 } day => new SourceCell(Invariant(day, "yyyy-MM-dd")),
        DateTime moment => new SourceCell(Invariant(moment, "yyyy-MM-dd HH:mm:ss")),
        var other => new SourceCell(Convert.ToString(other, CultureInfo.InvariantCulture) ?? ""),
    };

    private static SourceCell Number(double number, string? format)
    {
        if (Math.Abs(number) >= FirstLongNumber) return new SourceCell("", SourceCellKind.LongNumber);

        // A format of zeros only (000000) shows the zeros in front, so they are not lost.
        return format is ['0', '0', ..] && format.All(c => c == '0')
            ? new SourceCell(Invariant(number, format))
            : new SourceCell(Invariant(number, "0.###############"), SourceCellKind.Number);
    }

    private ImportNotice? SelectSheet()
    {
        while (_reader.VisibleState != "visible")
        {
            if (!_reader.NextResult()) throw new UnreadableFileException(0, ImportProblem.Empty);
        }

        return _reader.ResultsCount > 1 ? new ImportNotice(ImportNoticeKind.OtherSheets, [_reader.Name]) : null;
    }

    /// <summary>A workbook with a password is an OLE container, and so is one of before 2007.</summary>
    private static void RefuseOther(Stream stream)
    {
        var isArchive = stream.ReadByte() == 'P';
        stream.Position = 0;
        if (isArchive) return;

        try
        {
            Open(stream).Dispose();
        }
        catch (InvalidPasswordException)
        {
            throw new UnreadableFileException(0, ImportProblem.Protected);
        }
        catch (ExcelReaderException)
        {
            throw new UnreadableFileException(0, ImportProblem.OldWorkbook);
        }
    }

    private static IExcelDataReader Open(Stream stream)
    {
        stream.Position = 0;
        return ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
    }

    /// <summary>A small archive may unpack to any size, so the size is looked up before.</summary>
    private static bool UnpacksTo(Stream stream, long moreThan)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Any(entry => entry.Length > moreThan) || archive.Entries.Sum(entry => entry.Length) > moreThan;
    }

    private T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is ExcelReaderException or InvalidDataException or XmlException
            or OpenXmlPackageException or OverflowException or FormatException)
        {
            // Overflow and format: references of cells that are too far out, or none.
            throw new UnreadableFileException(Row, ImportProblem.Damaged);
        }
    }

    private static string Invariant(IFormattable value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture);
}

using System.Text;
using CsvHelper;

namespace UnionBot.Core.Imports;

/// <summary>Reads separated text: comma, tab or semicolon, in any encoding in use in China.</summary>
internal sealed class CsvSource : ITableSource
{
    /// <summary>A quote that is never closed makes one record of all that follows.</summary>
    private const int LargestRecord = 1 << 20;

    private const int TopCharacters = 4096;

    private static readonly char[] Separators = [',', '\t', ';'];

    private readonly CsvReader _reader;
    private readonly List<SourceCell> _cells = [];

    public CsvSource(Stream stream, ImportLimits limits)
    {
        if (stream.Length > limits.TextBytes)
            throw new UnreadableFileException(0, new ImportReason(ImportProblem.TooManyBytes, limits.TextBytes >> 20));

        var encoding = TextEncoding.Of(stream);
        var separator = Reading(() => FindSeparator(NewReader(stream, encoding)));
        _reader = CsvReader.Create(NewReader(stream, encoding), new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            MaxRecordSize = LargestRecord,
            IncludeValuesInExceptions = false,
            OnMalformedRecord = Report,
        });
    }

    public int Row { get; private set; }

    public ImportProblem? RowFault { get; private set; }

    public ImportNotice? Notice => null;

    public IReadOnlyList<SourceCell>? Read()
    {
        Row++;
        RowFault = null;
        if (!Reading(_reader.Read)) return null;

        _cells.Clear();
        for (var i = 0; i < _reader.FieldCount; i++) _cells.Add(new SourceCell(CellText.Clean(_reader.GetString(i))));
        return _cells;
    }

    public void Dispose() => _reader.Dispose();

    private T Reading<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(0, ImportProblem.Encoding);
        }
        catch (CsvFormatException)
        {
            throw new UnreadableFileException(Row, ImportProblem.RecordTooLong);
        }
    }

    private static StreamReader NewReader(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }

    /// <summary>A quote within a text is harmless: 5"管, or ="0012".</summary>
    private void Report(CsvMalformedRecord bad)
    {
        if (bad.Reason != CsvMalformedReason.StrayQuote) RowFault = ImportProblem.Quotes;
    }

    /// <summary>The one that parts a line near the top, headers or data, into the most cells.</summary>
    private static char FindSeparator(StreamReader reader)
    {
        var top = new char[TopCharacters];
        var lines = new string(top, 0, reader.ReadBlock(top)).Split('\n');
        return Separators.MaxBy(separator => lines.Max(line => line.Count(c => c == separator)));
    }
}

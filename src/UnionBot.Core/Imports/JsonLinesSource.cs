using System.Text;
using System.Text.Json;

namespace UnionBot.Core.Imports;

/// <summary>Reads JSON lines: an object a line, whose names are the headers. An object need not have every name.</summary>
internal sealed class JsonLinesSource : ITableSource
{
    private readonly StreamReader _reader;
    private readonly ImportLimits _limits;
    private readonly List<string> _headers;
    private readonly List<SourceCell> _cells = [];
    private bool _isHeaderRead;

    public JsonLinesSource(Stream stream, ImportLimits limits)
    {
        if (stream.Length > limits.TextBytes)
            throw new UnreadableFileException(0, new ImportReason(ImportProblem.TooManyBytes, limits.TextBytes >> 20));

        _limits = limits;
        var encoding = TextEncoding.Of(stream);
        using (var first = NewReader(stream, encoding)) _headers = FindHeaders(first);
        _reader = NewReader(stream, encoding);
    }

    /// <summary>The headers stand on no line.</summary>
    public int Row { get; private set; }

    public ImportProblem? RowFault { get; private set; }

    public ImportNotice? Notice => null;

    public IReadOnlyList<SourceCell>? Read()
    {
        RowFault = null;
        _cells.Clear();
        if (!_isHeaderRead)
        {
            _isHeaderRead = true;
            _cells.AddRange(_headers.Select(header => new SourceCell(header)));
            return _cells;
        }

        if (ReadLine(_reader) is not { } line) return null;

        Row++;
        if (!string.IsNullOrWhiteSpace(line)) ReadCells(line);
        return _cells;
    }

    public void Dispose() => _reader.Dispose();

    private void ReadCells(string line)
    {
        if (Parse(line) is not { } values)
        {
            RowFault = ImportProblem.JsonLine;
            _cells.Add(new SourceCell(line));
            return;
        }

        _cells.AddRange(_headers.Select(_ => new SourceCell("")));
        foreach (var (name, cell) in values)
        {
            if (cell is null) RowFault = ImportProblem.JsonNested;
            _cells[_headers.IndexOf(name)] = cell ?? new SourceCell("");
        }

        if (values.DistinctBy(value => value.Name).Count() < values.Count) RowFault = ImportProblem.JsonTwice;
    }

    /// <summary>All names in the order in which they first come; what a broken line holds is told when it is read.</summary>
    private List<string> FindHeaders(StreamReader reader)
    {
        var headers = new List<string>();
        while (ReadLine(reader) is { } line)
        {
            headers.AddRange((Parse(line) ?? []).Select(value => value.Name).Except(headers));
            if (headers.Count > _limits.Columns)
                throw new UnreadableFileException(0, new ImportReason(ImportProblem.TooManyColumns, _limits.Columns));
        }

        return headers;
    }

    /// <returns>Names and cells, no cell where a list or an object stands; null when the line is no whole object.</returns>
    private static List<(string Name, SourceCell? Cell)>? Parse(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind is not JsonValueKind.Object) return null;

            return [.. document.RootElement.EnumerateObject().Select(property => (property.Name.Trim(), Cell(property.Value)))];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is JSON, but no text.
            return null;
        }
    }

    private static SourceCell? Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new SourceCell(CellText.Clean(value.GetString()!)),
        JsonValueKind.True => new SourceCell("true"),
        JsonValueKind.False => new SourceCell("false"),
        JsonValueKind.Null => new SourceCell(""),
        JsonValueKind.Object or JsonValueKind.Array => null,
        _ => new SourceCell(value.GetRawText()),
    };

    private string? ReadLine(StreamReader reader)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException)
        {
            throw new UnreadableFileException(Row, ImportProblem.Encoding);
        }
    }

    private static StreamReader NewReader(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        return new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
    }
}

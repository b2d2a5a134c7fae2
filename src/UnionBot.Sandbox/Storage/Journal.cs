using System.Text;
using System.Text.Json;

namespace UnionBot.Sandbox.Storage;

/// <summary>
/// Small tables in one append-only file of JSON lines; the last line written for a key counts. A line reaches the
/// operating system before the change is answered, so that a killed process loses nothing. The file is rewritten at
/// start when most of its lines are history.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const string FileName = "tables.log";
    private const int HistoryWorthKeeping = 1_000;

    private readonly Dictionary<string, Dictionary<string, JsonElement>> _loaded = [];
    private readonly List<Action> _clearTables = [];
    private readonly FileStream _file;

    public Journal(DataFolder folder)
    {
        var path = folder.File(FileName);
        var lines = Load(path);
        if (lines > (2 * _loaded.Sum(table => table.Value.Count)) + HistoryWorthKeeping) Rewrite(path);

        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _file.Seek(0, SeekOrigin.End);
    }

    /// <summary>
    /// Guards every table and the follower book: the sandbox decides one thing at a time, as one account does.
    /// </summary>
    public Lock Gate { get; } = new();

    /// <summary>Opens a table with the rows it had; each table is opened once.</summary>
    public Table<T> Open<T>(string name)
    {
        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        if (_loaded.Remove(name, out var kept))
        {
            foreach (var (key, value) in kept) rows[key] = value.Deserialize<T>(Json.Options)!;
        }

        var table = new Table<T>(this, name, rows);
        _clearTables.Add(table.Forget);
        return table;
    }

    /// <summary>Empties every table.</summary>
    public void Clear()
    {
        lock (Gate)
        {
            _file.SetLength(0);
            foreach (var clear in _clearTables) clear();
        }
    }

    public void Dispose() => _file.Dispose();

    internal void Append<T>(string table, string key, T? value)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new Row<T>(table, key, value), Json.Options);
        _file.Write([.. line, (byte)'\n']);
    }

    private int Load(string path)
    {
        if (!File.Exists(path)) return 0;

        var bytes = 0L;
        var lines = 0;
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            if (!TryRead(line, out var row)) break;
            lines++;
            bytes += Encoding.UTF8.GetByteCount(line) + 1;
            Apply(row);
        }

        CutTornLine(path, bytes);
        return lines;
    }

    private static bool TryRead(string line, out Row<JsonElement> row)
    {
        try
        {
            row = JsonSerializer.Deserialize<Row<JsonElement>>(line, Json.Options);
            return row.T is not null;
        }
        catch (JsonException)
        {
            row = default;
            return false;
        }
    }

    /// <summary>
    /// A machine that lost power in the middle of a write leaves half a line, which must not swallow the next one.
    /// </summary>
    private static void CutTornLine(string path, long goodBytes)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        if (file.Length > goodBytes) file.SetLength(goodBytes);
        if (file.Length < goodBytes)
        {
            file.Seek(0, SeekOrigin.End);
            file.WriteByte((byte)'\n');
        }
    }

    private void Apply(Row<JsonElement> row)
    {
        if (!_loaded.TryGetValue(row.T, out var table)) _loaded[row.T] = table = [];
        if (row.V.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) table.Remove(row.K);
        else table[row.K] = row.V;
    }

    private void Rewrite(string path)
    {
        var fresh = path + ".new";
        using (var file = new FileStream(fresh, FileMode.Create, FileAccess.Write))
        {
            foreach (var (table, rows) in _loaded)
            {
                foreach (var (key, value) in rows)
                    file.Write([.. JsonSerializer.SerializeToUtf8Bytes(
                        new Row<JsonElement>(table, key, value), Json.Options), (byte)'\n']);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    /// <summary>One line: table, key, value; without a value the key is gone.</summary>
    private readonly record struct Row<TValue>(string T, string K, TValue? V);
}

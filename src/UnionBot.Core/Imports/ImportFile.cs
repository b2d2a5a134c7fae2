using System.Security.Cryptography;

namespace UnionBot.Core.Imports;

/// <summary>A file to import, known by the hash of its bytes.</summary>
public sealed class ImportFile : IDisposable
{
    private readonly Stream _stream;
    private readonly ImportLimits _limits;
    private ITableSource? _opened;

    /// <param name="stream">Can seek; owned from now on.</param>
    /// <param name="name">As staff know it; what the file is, is seen from its bytes.</param>
    /// <param name="limits">Null for those of files on the server.</param>
    public ImportFile(Stream stream, string name, ImportLimits? limits = null)
    {
        if (!stream.CanSeek) throw new ArgumentException("The file is read more than once.", nameof(stream));

        (_stream, Name, _limits) = (stream, name, limits ?? ImportLimits.Default);
        _stream.Position = 0;
        Hash = SHA256.HashData(_stream);
    }

    public string Name { get; }

    /// <summary>SHA-256 of the bytes.</summary>
    public IReadOnlyList<byte> Hash { get; }

    /// <exception cref="IOException">The file is not there or may not be read.</exception>
    public static ImportFile Open(string path) => new(File.OpenRead(path), Path.GetFileName(path));

    public void Dispose()
    {
        _opened?.Dispose();
        _stream.Dispose();
    }

    /// <summary>
    /// Opens the table for the next reading. A workbook is looked through as a whole, which may take minutes, so this comes
    /// before a transaction begins.
    /// </summary>
    /// <param name="report">Is told why it cannot be read.</param>
    internal bool TryOpen(ImportReport report)
    {
        try
        {
            _opened ??= Open(_limits);
            return true;
        }
        catch (UnreadableFileException unreadable)
        {
            report.Add(unreadable.Fault);
            return false;
        }
    }

    /// <summary>Those that the file is read within.</summary>
    internal ImportLimits Limits => _limits;

    /// <returns>Owned by the caller.</returns>
    /// <exception cref="UnreadableFileException">Empty, damaged, protected or too large.</exception>
    internal ITableSource TakeTable(ImportLimits limits)
    {
        var table = _opened ?? Open(limits);
        _opened = null;
        return table;
    }

    private ITableSource Open(ImportLimits limits)
    {
        if (_stream.Length == 0) throw new UnreadableFileException(0, ImportProblem.Empty);

        Span<byte> start = stackalloc byte[4];
        _stream.Position = 0;
        _stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        _stream.Position = 0;
        return
            IsWorkbook(start) ? new SheetSource(_stream, limits) :
            IsJson(start) ? new JsonLinesSource(_stream, limits) :
            new CsvSource(_stream, limits);
    }

    /// <summary>An object at the very start, behind a byte order mark at most.</summary>
    private static bool IsJson(ReadOnlySpan<byte> start) => start is [(byte)'{', ..] or [0xEF, 0xBB, 0xBF, (byte)'{'];

    /// <summary>A zip archive (xlsx) or an OLE container (a workbook with a password, or of before 2007).</summary>
    private static bool IsWorkbook(ReadOnlySpan<byte> start) =>
        start is [(byte)'P', (byte)'K', 3, 4] or [0xD0, 0xCF, 0x11, 0xE0];
}

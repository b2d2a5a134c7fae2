using System.Buffers.Binary;

namespace UnionBot.Benchmarks.Load;

/// <summary>Ready HTTP requests in memory, as a file holds them: each behind its length.</summary>
internal sealed class RequestFile
{
    private readonly byte[] _bytes;
    private readonly List<int> _starts = [];

    private RequestFile(byte[] bytes)
    {
        _bytes = bytes;
        for (var at = 0; at < bytes.Length; at += sizeof(int) + LengthAt(at)) _starts.Add(at);
    }

    public int Count => _starts.Count;

    public ReadOnlyMemory<byte> this[int index] => _bytes.AsMemory(_starts[index] + sizeof(int), LengthAt(_starts[index]));

    public static async Task<RequestFile> ReadAsync(string path, CancellationToken ct) =>
        new(await File.ReadAllBytesAsync(path, ct));

    private int LengthAt(int start) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(start));
}

using System.Buffers.Text;

namespace UnionBot.Benchmarks.Load;

/// <summary>Finds out whether a response is whole. There is one at a time on a connection.</summary>
internal static class ResponseReader
{
    private const int StatusAt = 9;    // HTTP/1.1 200

    /// <returns>Null until the response is whole.</returns>
    public static Response? Read(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < StatusAt + 3 || !Utf8Parser.TryParse(bytes.Slice(StatusAt, 3), out int status, out _)) return null;

        var bodyAt = head + 4;
        var headers = bytes[..bodyAt];
        var closes = Has(headers, "\r\nConnection: close"u8);
        if (LengthIn(headers) is { } length)
        {
            return bytes.Length < bodyAt + length ? null : new Response(status, bodyAt, closes);
        }

        return bytes.EndsWith("0\r\n\r\n"u8) ? new Response(status, bodyAt, closes) : null;
    }

    private static int? LengthIn(ReadOnlySpan<byte> headers)
    {
        var name = "\r\nContent-Length: "u8;
        var at = headers.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(headers[(at + name.Length)..], out int length, out _) ? length : null;
    }

    private static bool Has(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> line) => headers.IndexOf(line) >= 0;
}

/// <summary>A whole response.</summary>
/// <param name="BodyAt">Where its body begins in the bytes received.</param>
/// <param name="Closes">The server closes the connection after it.</param>
internal readonly record struct Response(int Status, int BodyAt, bool Closes);

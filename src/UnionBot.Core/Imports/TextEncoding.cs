using System.Text;

namespace UnionBot.Core.Imports;

/// <summary>Finds out how the text of a file is encoded.</summary>
internal static class TextEncoding
{
    private const int Chunk = 1 << 16;

    // Strict, so that a wrong guess is an error and not a table full of question marks.
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding LittleEndian = new UnicodeEncoding(false, true, throwOnInvalidBytes: true);
    private static readonly Encoding BigEndian = new UnicodeEncoding(true, true, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>By the byte order mark; else UTF-16 if there are zero bytes, UTF-8 if all is valid, else GB18030.</summary>
    public static Encoding Of(Stream stream)
    {
        var buffer = new byte[Chunk];
        stream.Position = 0;
        var read = stream.ReadAtLeast(buffer, Chunk, throwOnEndOfStream: false);
        var start = buffer.AsSpan(0, read);

        return start switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Utf8,
            [0xFF, 0xFE, ..] => LittleEndian,
            [0xFE, 0xFF, ..] => BigEndian,
            _ when start.Contains((byte)0) => IsLittleEndian(start) ? LittleEndian : BigEndian,
            _ => IsUtf8(stream) ? Utf8 : Gb18030,
        };
    }

    /// <summary>Separators and line ends have their zero byte second in little endian, first in big endian.</summary>
    private static bool IsLittleEndian(ReadOnlySpan<byte> start)
    {
        var balance = 0;
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] == 0) balance += i % 2 == 1 ? 1 : -1;
        }

        return balance >= 0;
    }

    private static bool IsUtf8(Stream stream)
    {
        stream.Position = 0;
        var decoder = Utf8.GetDecoder();
        var bytes = new byte[Chunk];
        var chars = new char[Chunk + 1];
        try
        {
            int read;
            while ((read = stream.Read(bytes)) > 0) decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false);

            decoder.GetChars([], chars, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}

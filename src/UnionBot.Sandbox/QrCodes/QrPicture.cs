using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace UnionBot.Sandbox.QrCodes;

/// <summary>A QR code as a grey PNG of 410 × 410 points.</summary>
internal static class QrPicture
{
    private const int Scale = 10;
    private const int QuietZone = 4;
    private const int Width = (QrMatrix.Size + (2 * QuietZone)) * Scale;

    public static byte[] Png(string text)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(png, "IHDR", Header());
        WriteChunk(png, "IDAT", Pixels(new QrMatrix(text)));
        WriteChunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>Width, height, 8 bits, grey.</summary>
    private static byte[] Header()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Width);
        header[8] = 8;
        return header;
    }

    private static byte[] Pixels(QrMatrix code)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            var line = new byte[1 + Width];
            for (var y = 0; y < Width; y++)
            {
                for (var x = 0; x < Width; x++) line[1 + x] =
                    IsDark(code, (y / Scale) - QuietZone, (x / Scale) - QuietZone) ? (byte)0 : (byte)255;
                zlib.Write(line);
            }
        }

        return packed.ToArray();
    }

    private static bool IsDark(QrMatrix code, int row, int column) =>
        row is >= 0 and < QrMatrix.Size && column is >= 0 and < QrMatrix.Size && code[row, column];

    private static void WriteChunk(MemoryStream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);

        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}

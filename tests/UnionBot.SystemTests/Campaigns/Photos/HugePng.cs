using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace UnionBot.SystemTests.Campaigns.Photos;

/// <summary>A small, faultless file with a picture that fills the memory of whoever opens it (PNG, second edition, chapters 5 and 11).</summary>
internal static class HugePng
{
    private const uint CrcPolynomial = 0xEDB88320;

    /// <param name="side">In pixels of one bit, a multiple of 8.</param>
    public static byte[] Of(int side)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1;

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[side * (1 + (side / 8))]);
        return [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n', .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, CrcOf(body));
        return [.. length, .. body, .. sum];
    }

    private static uint CrcOf(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ CrcPolynomial;
        }

        return ~crc;
    }
}

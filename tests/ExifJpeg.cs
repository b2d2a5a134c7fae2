using System.Buffers.Binary;
using System.Text;

namespace UnionBot;

/// <summary>Writes an EXIF block, as a phone does, into a JPEG that has none.</summary>
internal static class ExifJpeg
{
    /// <summary>2026-01-15 10:20:30 in Jinan, at 36°39′ N 117°7.2′ E.</summary>
    public static byte[] With(ReadOnlySpan<byte> jpeg, int orientation = 1, string? zone = "+08:00")
    {
        // TIFF, little-endian: folder 0 at 8, EXIF folder at 100, GPS folder at 200, what does not fit into an entry from 300 on.
        var tiff = new byte[500];
        "II*\0"u8.CopyTo(tiff);
        Write(tiff, 4, 8);
        Folder(tiff, 8, (0x0112, 3, 1, orientation), (0x8769, 4, 1, 100), (0x8825, 4, 1, 200));
        Encoding.ASCII.GetBytes("2026:01:15 10:20:30\0").CopyTo(tiff, 300);
        if (zone is null) Folder(tiff, 100, (0x9003, 2, 20, 300));
        else
        {
            Encoding.ASCII.GetBytes(zone + "\0").CopyTo(tiff, 330);
            Folder(tiff, 100, (0x9003, 2, 20, 300), (0x9011, 2, 7, 330));
        }

        Folder(tiff, 200, (1, 2, 2, 'N'), (2, 5, 3, 340), (3, 2, 2, 'E'), (4, 5, 3, 370));
        Fractions(tiff, 340, (36, 1), (39, 1), (0, 1));
        Fractions(tiff, 370, (117, 1), (72, 10), (0, 1));

        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body, .. jpeg[2..]];
    }

    private static void Folder(byte[] tiff, int at, params (int Tag, int Type, int Count, int Value)[] entries)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(tiff.AsSpan(at), (ushort)entries.Length);
        foreach (var (i, (tag, type, count, value)) in entries.Index())
        {
            var entry = tiff.AsSpan(at + 2 + (i * 12));
            BinaryPrimitives.WriteUInt16LittleEndian(entry, (ushort)tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], (ushort)type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], count);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], value);
        }
    }

    private static void Fractions(byte[] tiff, int at, params (int Above, int Below)[] fractions)
    {
        foreach (var (i, (above, below)) in fractions.Index())
        {
            Write(tiff, at + (i * 8), above);
            Write(tiff, at + (i * 8) + 4, below);
        }
    }

    private static void Write(byte[] tiff, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(tiff.AsSpan(at), value);
}

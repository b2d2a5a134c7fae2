using System.Buffers;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// Takes everything out of a JPEG that is not the picture: EXIF, thumbnails, comments, profiles, and whatever hides behind its end. The picture itself
/// stays as it was, bit by bit.
/// </summary>
internal static class JpegStripper
{
    /// <returns>Null when it does not hold together, or would lie on its side without what is taken out: then it must be written anew.</returns>
    public static byte[]? Strip(ReadOnlySpan<byte> photo)
    {
        if (photo.Length < 2 || ExifReader.OrientationOf(photo) != 1) return null;

        var kept = new ArrayBufferWriter<byte>(photo.Length);
        kept.Write(photo[..2]);

        // A progressive picture has several scans, with tables between them.
        for (var at = 2; CopySegments(photo, at, kept) is { } scan;)
        {
            at = EndOfScan(photo, scan);
            kept.Write(photo[scan..at]);
            if (at + 1 >= photo.Length) return null;
            if (photo[at + 1] != JpegSegments.End) continue;

            kept.Write(photo.Slice(at, 2));
            return kept.WrittenSpan.ToArray();
        }

        return null;
    }

    /// <returns>Where the next scan's data begin; null when there is none.</returns>
    private static int? CopySegments(ReadOnlySpan<byte> photo, int from, ArrayBufferWriter<byte> kept)
    {
        foreach (var segment in JpegSegments.Of(photo, from))
        {
            var end = segment.Body.End.Value;
            if (IsOfPicture(segment.Marker)) kept.Write(photo[segment.Start..end]);
            if (segment.Marker is JpegSegments.Scan) return end;
        }

        return null;
    }

    /// <summary>JFIF and Adobe's segment say how colours are meant.</summary>
    private static bool IsOfPicture(byte marker) =>
        marker is JpegSegments.App0 or JpegSegments.App14 or not ((>= JpegSegments.App0 and <= JpegSegments.App15) or JpegSegments.Comment);

    /// <summary>The next marker that is neither data (FF 00) nor a restart (FF D0 to D7).</summary>
    private static int EndOfScan(ReadOnlySpan<byte> photo, int at)
    {
        while (at < photo.Length)
        {
            var next = photo[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= photo.Length) return photo.Length;
            at += next;
            if (photo[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
            at += photo[at + 1] == 0xFF ? 1 : 2;
        }

        return photo.Length;
    }
}

using System.Buffers.Binary;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>The parts of a JPEG (ITU-T T.81, annex B).</summary>
internal static class JpegSegments
{
    public const byte App0 = 0xE0;
    public const byte App1 = 0xE1;
    public const byte App14 = 0xEE;
    public const byte App15 = 0xEF;
    public const byte Comment = 0xFE;
    public const byte Scan = 0xDA;
    public const byte End = 0xD9;

    /// <summary>Those up to and with the next scan; fewer where the file does not hold together.</summary>
    /// <param name="from">Where the first one begins.</param>
    public static IReadOnlyList<JpegSegment> Of(ReadOnlySpan<byte> photo, int from = 2)
    {
        var segments = new List<JpegSegment>();
        if (!photo.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return segments;

        for (var at = from; at + 4 <= photo.Length && photo[at] == 0xFF;)
        {
            var marker = photo[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(photo[(at + 2)..]);
            if (length < 2 || at + 2 + length > photo.Length) break;

            segments.Add(new JpegSegment(marker, at, (at + 4)..(at + 2 + length)));
            if (marker == Scan) break;
            at += 2 + length;
        }

        return segments;
    }

    /// <returns>Null where no frame says it.</returns>
    public static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> photo)
    {
        foreach (var segment in Of(photo))
        {
            if (segment.Marker is not (>= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC)) || photo[segment.Body] is not [_, var h1, var h2, var w1, var w2, ..]) continue;
            return ((w1 << 8) | w2, (h1 << 8) | h2);
        }

        return null;
    }
}

/// <param name="Start">Where its marker begins.</param>
/// <param name="Body">What follows its length.</param>
internal readonly record struct JpegSegment(byte Marker, int Start, Range Body);

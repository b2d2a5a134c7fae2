using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// Reads when and where a JPEG was taken from its EXIF block (CIPA DC-008, TIFF 6.0), and nothing else of it. Whatever does not hold
/// together is taken as not said: files come from anybody.
/// </summary>
internal static class ExifReader
{
    private const int ExifFolder = 0x8769;
    private const int GpsFolder = 0x8825;
    private const int TakenAt = 0x9003;
    private const int TakenZone = 0x9011;
    private const int Orientation = 0x0112;
    private const int MostEntries = 512;

    public static PhotoFacts Read(ReadOnlySpan<byte> photo)
    {
        if (!TryOpen(photo, out var tiff)) return PhotoFacts.None;

        var root = tiff.Folder(tiff.RootAt);
        var exif = tiff.Folder(root.GetValueOrDefault(ExifFolder));
        var gps = tiff.Folder(root.GetValueOrDefault(GpsFolder));
        return new PhotoFacts(TimeIn(tiff, exif), PlaceIn(tiff, gps));
    }

    /// <summary>1 for a picture that stands upright as it is stored, 2 to 8 for one that must be turned or mirrored.</summary>
    public static int OrientationOf(ReadOnlySpan<byte> photo)
    {
        if (!TryOpen(photo, out var tiff)) return 1;
        var at = tiff.Folder(tiff.RootAt).GetValueOrDefault(Orientation);
        return at is not 0 && tiff.Number(at + 8, 2) is >= 1 and <= 8 and var turned ? (int)turned : 1;
    }

    private static bool TryOpen(ReadOnlySpan<byte> photo, out Tiff tiff)
    {
        tiff = default;
        foreach (var segment in JpegSegments.Of(photo))
        {
            var body = photo[segment.Body];
            if (segment.Marker is not JpegSegments.App1 || !body.StartsWith("Exif\0\0"u8)) continue;
            tiff = new Tiff(body[6..]);
            return tiff.RootAt != 0;
        }

        return false;
    }

    private static DateTimeOffset? TimeIn(Tiff tiff, Dictionary<int, int> exif)
    {
        if (!DateTime.TryParseExact(tiff.Text(exif, TakenAt), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var taken)) return null;

        var zone = tiff.Text(exif, TakenZone);
        var offset = TimeSpan.TryParseExact(zone.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var said) && said <= TimeSpan.FromHours(14)
            ? zone.StartsWith('-') ? -said : said
            : UnionCalendar.ChinaOffset;
        return taken.Year is > 1990 and < 9000 ? new DateTimeOffset(taken, offset).ToUniversalTime() : null;
    }

    private static PhotoPlace? PlaceIn(Tiff tiff, Dictionary<int, int> gps)
    {
        if (tiff.Degrees(gps, 2) is not { } north || tiff.Degrees(gps, 4) is not { } east) return null;

        var place = new PhotoPlace(tiff.Text(gps, 1) == "S" ? -north : north, tiff.Text(gps, 3) == "W" ? -east : east);
        return place is { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } and not { Latitude: 0, Longitude: 0 } ? place : null;
    }

    /// <summary>The block, in whichever byte order it was written.</summary>
    private readonly ref struct Tiff
    {
        private readonly ReadOnlySpan<byte> _bytes;
        private readonly bool _isLittle;

        public Tiff(ReadOnlySpan<byte> bytes)
        {
            _bytes = bytes;
            _isLittle = bytes.StartsWith("II"u8);
            if (_isLittle || bytes.StartsWith("MM"u8)) RootAt = Offset(4);
        }

        /// <summary>Where the first folder begins; 0 when there is none.</summary>
        public int RootAt { get; }

        /// <summary>Where each entry of a folder begins, by its tag; for the tags of folders, where that folder begins.</summary>
        public Dictionary<int, int> Folder(int at)
        {
            var entries = new Dictionary<int, int>();
            if (at == 0 || Number(at, 2) is not { } count || count > MostEntries) return entries;

            for (var entry = at + 2; count-- > 0 && Number(entry, 2) is { } tag; entry += 12)
                entries.TryAdd((int)tag, tag is ExifFolder or GpsFolder ? Offset(entry + 8) : entry);
            return entries;
        }

        /// <returns>"" where there is none.</returns>
        public string Text(Dictionary<int, int> folder, int tag)
        {
            if (!folder.TryGetValue(tag, out var entry) || Number(entry + 4, 4) is not (> 0 and <= 64 and var length)) return "";
            var at = length <= 4 ? entry + 8 : Offset(entry + 8);
            return at == 0 || at + length > _bytes.Length ? "" : Encoding.ASCII.GetString(_bytes.Slice(at, (int)length)).TrimEnd('\0', ' ');
        }

        /// <summary>Degrees, minutes and seconds as three fractions.</summary>
        public double? Degrees(Dictionary<int, int> folder, int tag)
        {
            if (!folder.TryGetValue(tag, out var entry) || Number(entry + 4, 4) is not 3 || Offset(entry + 8) is not (> 0 and var at)) return null;
            return Fraction(at) + (Fraction(at + 8) / 60) + (Fraction(at + 16) / 3600);
        }

        /// <returns>Null beyond the end of the block.</returns>
        public uint? Number(int at, int size)
        {
            if (at < 0 || at > _bytes.Length - size) return null;
            var bytes = _bytes.Slice(at, size);
            if (size == 2) return _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
            return _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
        }

        private int Offset(int at) => Number(at, 4) is { } offset && offset < _bytes.Length ? (int)offset : 0;

        private double? Fraction(int at) => Number(at + 4, 4) is > 0 and var below ? Number(at, 4) / (double)below : null;
    }
}

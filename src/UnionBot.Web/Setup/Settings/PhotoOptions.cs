using UnionBot.Services.Campaigns.Photos;

namespace UnionBot.Web.Setup.Settings;

/// <summary>How photos that visitors send as proof (走访照片) are looked at and kept.</summary>
internal sealed record PhotoOptions : ISettings
{
    public static string Section => "Photos";

    /// <summary>ImageMagick's program with its folder; empty: whichever is on the PATH.</summary>
    public string Tool { get; init; } = "";

    /// <summary>A font with Chinese letters; empty: Debian's usual ones are looked for.</summary>
    public string Font { get; init; } = "";

    /// <summary>A run is killed after this; it may hold so many megabytes of pictures.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromSeconds(30);

    public int MostMegabytes { get; init; } = 256;

    /// <summary>In pixels.</summary>
    public int LongestSide { get; init; } = 16_000;

    public int PhotosARun { get; init; } = 40;

    /// <summary>Photos whose hashes differ in no more bits look alike.</summary>
    public int LookAlikeBits { get; init; } = 10;

    /// <summary>So many years pictures are kept.</summary>
    public int KeepYears { get; init; } = 5;

    public IEnumerable<Problem> Problems()
    {
        if (Tool.Length > 0 && !Path.IsPathRooted(Tool)) yield return new(nameof(Tool), "a program with its folder, such as /usr/bin/convert, or empty");
        if (Font.Length > 0 && !Path.IsPathRooted(Font)) yield return new(nameof(Font), "a font's file with its folder, or empty");
        if (LongestRun < TimeSpan.FromSeconds(1) || LongestRun > TimeSpan.FromMinutes(10)) yield return new(nameof(LongestRun), "00:00:01 to 00:10:00");
        if (MostMegabytes is < 64 or > 4096) yield return new(nameof(MostMegabytes), "64 to 4096");
        if (LongestSide is < 1000 or > 30_000) yield return new(nameof(LongestSide), "1000 to 30000");
        if (PhotosARun is < 1 or > 200) yield return new(nameof(PhotosARun), "1 to 200");
        if (LookAlikeBits is < 0 or > 15) yield return new(nameof(LookAlikeBits), "0 to 15");
        if (KeepYears is < 3 or > 30) yield return new(nameof(KeepYears), "3 to 30");
    }

    public PhotoRules ToRules() => new()
    {
        Tool = Tool,
        Font = Font,
        LongestRun = LongestRun,
        MostMegabytes = MostMegabytes,
        LongestSide = LongestSide,
        PhotosARun = PhotosARun,
        LookAlikeBits = LookAlikeBits,
        KeepYears = KeepYears,
    };
}

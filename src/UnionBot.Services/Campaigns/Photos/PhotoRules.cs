namespace UnionBot.Services.Campaigns.Photos;

/// <summary>How photos of visits are looked at and kept. Each is a setting.</summary>
public sealed record PhotoRules
{
    /// <summary>The program of ImageMagick (<c>magick</c> or <c>convert</c>) with its folder; empty: whichever is on the PATH.</summary>
    public string Tool { get; init; } = "";

    /// <summary>A font with Chinese letters, for marked copies; empty: the usual ones of Debian are looked for.</summary>
    public string Font { get; init; } = "";

    /// <summary>After this a run of the program is killed; real time.</summary>
    public TimeSpan LongestRun { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What one run may hold of pictures in memory; nothing is put on disk beside.</summary>
    public int MostMegabytes { get; init; } = 256;

    /// <summary>In pixels; a picture that is longer or wider is not looked at.</summary>
    public int LongestSide { get; init; } = 16_000;

    /// <summary>So many photos are given to one run.</summary>
    public int PhotosARun { get; init; } = 40;

    /// <summary>Photos whose hashes differ in no more bits look alike; 0 to <see cref="HashPieces.MostBits"/>.</summary>
    public int LookAlikeBits { get; init; } = 10;

    /// <summary>
    /// So long pictures, places and times are kept, counted from when the photo came; what the hashes say stays. Money is audited for five
    /// years (proposal, no statute), 3 at least.
    /// </summary>
    public int KeepYears { get; init; } = 5;
}

using System.Globalization;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>Makes copies of pictures with a number and a day in the corner, for reports. They are kept nowhere.</summary>
internal sealed class MarkedCopies(PhotoTool tool, PhotoRules rules)
{
    /// <summary>Letters are so much smaller than the shorter side of the picture …</summary>
    private const int LettersInSide = 28;

    /// <summary>… but never smaller than this, in pixels.</summary>
    private const int SmallestLetters = 10;

    /// <param name="picture">A JPEG as it is kept.</param>
    /// <returns>A JPEG; null while the program or any font is missing.</returns>
    public async Task<byte[]?> MakeAsync(byte[] picture, PhotoMark mark, CancellationToken ct)
    {
        if (PhotoFont.Find(rules) is not { File: { } file } font || JpegSegments.SizeOf(picture) is not { } size) return null;

        var letters = Math.Max(SmallestLetters, Math.Min(size.Width, size.Height) / LettersInSide);
        var (text, place) = (mark.Text(font.IsChinese), string.Create(CultureInfo.InvariantCulture, $"+{letters / 2}+{letters / 2}"));
        return await tool.WriteAsync(
            picture,
            [
                "-font", file, "-pointsize", letters.ToString(CultureInfo.InvariantCulture), "-gravity", "southeast",
                "-fill", "none", "-stroke", "#000000B0", "-strokewidth", Math.Max(2, letters / 8).ToString(CultureInfo.InvariantCulture), "-annotate", place, text,
                "-fill", "white", "-stroke", "none", "-annotate", place, text, "-strip", "-quality", "88",
            ], ct);
    }
}

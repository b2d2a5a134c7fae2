using System.Globalization;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>What is written into the corner of a copy for reports: a number and a day.</summary>
/// <param name="Number">Of the visit, such as W-031; letters, digits and strokes, the rest is left out.</param>
/// <param name="Day">In China.</param>
public sealed record PhotoMark(string Number, DateOnly Day)
{
    /// <summary>Nothing in it means something to the program that writes it.</summary>
    /// <param name="isChinese">Whether the font has Chinese letters; else they are left out.</param>
    internal string Text(bool isChinese)
    {
        var number = string.Concat(Number.Where(c => c is '-' || (char.IsLetterOrDigit(c) && (isChinese || char.IsAscii(c)))));
        return $"{number} {Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}".Trim();
    }
}

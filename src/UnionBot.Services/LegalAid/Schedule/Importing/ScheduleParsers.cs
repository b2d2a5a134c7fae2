using System.Globalization;
using System.Text;
using UnionBot.Core.Imports;

namespace UnionBot.Services.LegalAid.Schedule.Importing;

/// <summary>What the cells of the lists of legal aid hold.</summary>
internal static class ScheduleParsers
{
    private static readonly string[] ClockFormats = ["H:mm", "HH:mm", "H:mm:ss", "HH:mm:ss"];

    /// <summary>8:30, 14：00.</summary>
    public static ImportCellParser<TimeOnly?> Clock(Enum problem) => text =>
        TimeOnly.TryParseExact(text.Normalize(NormalizationForm.FormKC), ClockFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var time)
            ? time
            : ImportCell.Bad<TimeOnly?>(problem);

    public static ImportCellParser<short?> Count(int most, Enum problem) => text =>
        short.TryParse(text.Normalize(NormalizationForm.FormKC).TrimEnd('间', '个'), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most
            ? count
            : ImportCell.Bad<short?>(problem);

    /// <summary>Several names in one cell.</summary>
    public static ImportCellParser<string[]> Names(int longest) => text =>
    {
        string[] names = [.. text.Split(ImportParsers.Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
        return names.Any(name => name.Length > longest) ? ImportCell.Bad<string[]>(new ImportReason(ImportProblem.TextTooLong, longest)) : names;
    };
}

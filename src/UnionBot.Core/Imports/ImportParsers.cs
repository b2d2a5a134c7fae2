using System.Globalization;
using System.Text;
using UnionBot.Core.People;

namespace UnionBot.Core.Imports;

/// <summary>What the cells of an import usually hold.</summary>
public static class ImportParsers
{
    /// <summary>What stands between several words in one cell.</summary>
    public static readonly char[] Separators = ['、', ',', '，', ';', '；', '/'];

    private static readonly string[] DayFormats =
        ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd", "yyyy-M-d H:mm:ss", "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss"];

    /// <param name="most">The longest text, in UTF-16 units.</param>
    public static ImportCellParser<string> Text(int most) => text =>
        text.Length > most ? ImportCell.Bad<string>(new ImportReason(ImportProblem.TextTooLong, most)) :
        text.Any(char.IsControl) ? ImportCell.Bad<string>(ImportProblem.ControlCharacters) :
        text;

    /// <summary>Letters, digits and hyphens, half width, in upper case.</summary>
    /// <param name="longest">The most characters.</param>
    /// <param name="shortest">Fewer mean that a spreadsheet took zeros away.</param>
    public static ImportCellParser<string> Code(int longest, int shortest = 1) => text =>
    {
        var code = text.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        if (code.Length > longest) return ImportCell.Bad<string>(new ImportReason(ImportProblem.TextTooLong, longest));
        if (!code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return ImportCell.Bad<string>(ImportProblem.CodeCharacters);

        return code.Length < shortest ? ImportCell.Bad<string>(ImportProblem.LostZeros) : code;
    };

    public static ImportCell<MobileNumber> Mobile(string text) =>
        MobileNumber.TryParse(text, out var number) ? number : ImportCell.Bad<MobileNumber>(ImportProblem.Mobile);

    /// <param name="today">Today in China.</param>
    public static ImportCellParser<IdNumber> IdNumber(DateOnly today) => text =>
        People.IdNumber.TryParse(text, today, out var number, out var fault)
            ? number
            : ImportCell.Bad<IdNumber>(fault switch
            {
                IdNumberFault.FirstGeneration => ImportProblem.IdFirstGeneration,
                IdNumberFault.Length => ImportProblem.IdLength,
                IdNumberFault.Characters => ImportProblem.IdCharacters,
                IdNumberFault.BirthDate => ImportProblem.IdBirthDate,
                _ => ImportProblem.IdCheckDigit,
            });

    /// <summary>A whole day: 2026-03-08, 2026/3/8, 2026.3.8, 20260308 or 2026年3月8日.</summary>
    public static ImportCellParser<DateOnly?> Day(DateOnly earliest, DateOnly latest) => text =>
    {
        var day = text.Normalize(NormalizationForm.FormKC);
        if (!DateTime.TryParseExact(
                day, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var moment))
            return ImportCell.Bad<DateOnly?>(IsSerial(day) ? ImportProblem.DaySerial : ImportProblem.Day);

        var found = DateOnly.FromDateTime(moment);
        return found < earliest || found > latest ? ImportCell.Bad<DateOnly?>(ImportProblem.DayRange) : found;
    };

    /// <summary>Degrees of a place in China.</summary>
    public static ImportCellParser<double?> Latitude(Enum problem) => Degrees(3, 54, problem);

    /// <inheritdoc cref="Latitude"/>
    public static ImportCellParser<double?> Longitude(Enum problem) => Degrees(73, 136, problem);

    public static ImportCellParser<T> OneOf<T>(IReadOnlyDictionary<string, T> meanings) => text =>
        meanings.TryGetValue(text.Normalize(NormalizationForm.FormKC), out var meaning)
            ? meaning
            : ImportCell.Bad<T>(new ImportReason(ImportProblem.NotOneOf) { Words = [.. meanings.Keys] });

    /// <summary>Several words of these in one cell, each once.</summary>
    public static ImportCellParser<IReadOnlyList<T>> SomeOf<T>(IReadOnlyDictionary<string, T> meanings) => text =>
    {
        var found = new List<T>();
        foreach (var word in text.Normalize(NormalizationForm.FormKC).Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!meanings.TryGetValue(word, out var meaning)) return ImportCell.Bad<IReadOnlyList<T>>(new ImportReason(ImportProblem.NotOneOf) { Words = [.. meanings.Keys] });
            if (!found.Contains(meaning)) found.Add(meaning);
        }

        return found;
    };

    private static ImportCellParser<double?> Degrees(double least, double most, Enum problem) => text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && degrees >= least && degrees <= most
            ? degrees
            : ImportCell.Bad<double?>(problem);

    /// <summary>Spreadsheets count days from 1900: 46089 is 2026-03-08.</summary>
    private static bool IsSerial(string text) => text.Length == 5 && text.All(char.IsAsciiDigit);
}

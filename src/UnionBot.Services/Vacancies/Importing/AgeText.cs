using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>Reads the age column: 18-50, 45岁以下, 18周岁以上, 不限.</summary>
internal static partial class AgeText
{
    /// <returns>Null when it is not understood.</returns>
    public static Ages? Read(string cell)
    {
        var text = cell.Normalize(NormalizationForm.FormKC);
        var numbers = Number.Matches(text).Select(m => int.Parse(m.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        return numbers switch
        {
            [] when text.Contains("不限", StringComparison.Ordinal) => new Ages(null, null),
            [var min, var max] when min <= max => new Ages(min, max),
            [var max] when Below.IsMatch(text) => new Ages(null, max),
            [var min] when Above.IsMatch(text) => new Ages(min, null),
            _ => null,
        };
    }

    [GeneratedRegex(@"(?<!\d)\d{2}(?!\d)")]
    private static partial Regex Number { get; }

    [GeneratedRegex("以下|以内|之内|不超过|前")]
    private static partial Regex Below { get; }

    [GeneratedRegex("以上|起|满")]
    private static partial Regex Above { get; }
}

/// <summary>Whole years; null where there is no limit.</summary>
internal readonly record struct Ages(int? Min, int? Max);

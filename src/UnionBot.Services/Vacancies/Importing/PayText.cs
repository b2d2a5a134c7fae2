using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Importing;

/// <summary>Reads the pay column of a list of vacancies: 3000-5000元/月, 3k-5k, 200元/天, 底薪3000+提成, 面议.</summary>
internal static partial class PayText
{
    private const int MonthsOfYear = 12;

    /// <returns>Null when it is not understood.</returns>
    public static Pay? Read(string cell)
    {
        var text = cell.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).ToLowerInvariant();
        var (unit, divisor) = UnitOf(text);
        var amounts = AmountsIn(text);
        if (amounts is []) return text.Contains("面议", StringComparison.Ordinal) ? Pay.Unsaid : null;

        var low = Fen(amounts[0], divisor);
        if (amounts is [_, var second, ..] && IsRange(text)) return new Pay(unit, Math.Min(low, Fen(second, divisor)), Math.Max(low, Fen(second, divisor)));

        return
            UpTo.IsMatch(text) ? new Pay(unit, null, low) :
            About.IsMatch(text) ? new Pay(unit, low, low) :
            new Pay(unit, low, OpenEnd.IsMatch(text) ? null : low);
    }

    private static (PayUnit Unit, int Divisor) UnitOf(string text) =>
        text.Contains("计件", StringComparison.Ordinal) ? (PayUnit.Piece, 1) :
        HourWord.IsMatch(text) ? (PayUnit.Hour, 1) :
        DayWord.IsMatch(text) ? (PayUnit.Day, 1) :
        YearWord.IsMatch(text) ? (PayUnit.Month, MonthsOfYear) :
        (PayUnit.Month, 1);

    private static List<decimal> AmountsIn(string text)
    {
        var found = Amount.Matches(text).Select(m => (
            Number: decimal.Parse(m.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
            Scale: ScaleOf(m.Groups["scale"].Value))).ToList();

        // 3-5千: what is said of the last holds for the first.
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (found[i].Scale == 1 && found[i].Number < 100) found[i] = found[i] with { Scale = found[i + 1].Scale };
        }

        return [.. found.Select(f => f.Number * f.Scale)];
    }

    private static int ScaleOf(string word) => word switch
    {
        "k" or "千" => 1_000,
        "万" or "w" => 10_000,
        _ => 1,
    };

    private static bool IsRange(string text) => Range.IsMatch(text);

    private static long Fen(decimal yuan, int divisor) => (long)Math.Round(yuan * 100 / divisor);

    // 13薪 and 8小时 are no amounts.
    [GeneratedRegex(@"(?<number>\d{1,7}(\.\d{1,2})?)\s*(?<scale>[k千万w]?)(?!\d|薪|\s*(小时|个小时|天/|号|日发|人|个月))")]
    private static partial Regex Amount { get; }

    [GeneratedRegex(@"\d\s*[k千万w]?\s*(元|块)?\s*(-|~|—|–|至|到)+\s*\d")]
    private static partial Regex Range { get; }

    [GeneratedRegex(@"(元|块)?\s*(/|每|一个?)?\s*(小时|时薪)|时薪|/h")]
    private static partial Regex HourWord { get; }

    [GeneratedRegex(@"(/|每|一)\s*(天|日)|日薪|元天|块钱?一天|日结\s*\d")]
    private static partial Regex DayWord { get; }

    [GeneratedRegex("年薪|/年|每年|一年")]
    private static partial Regex YearWord { get; }

    [GeneratedRegex("以内|以下|不超过|最高|封顶")]
    private static partial Regex UpTo { get; }

    [GeneratedRegex("左右|上下|约|大概")]
    private static partial Regex About { get; }

    [GeneratedRegex(@"以上|起|\+|提成|往上|底薪|保底")]
    private static partial Regex OpenEnd { get; }
}

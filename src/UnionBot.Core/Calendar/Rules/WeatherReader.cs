using System.Globalization;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>Reads 日最高≥37℃, 最低气温降到零下5度.</summary>
internal static class WeatherReader
{
    private const int Furthest = 60;

    /// <summary>Whether a folded text speaks of the weather.</summary>
    public static bool Speaks(string text) => RulePatterns.Weather.IsMatch(text);

    /// <returns>Either a limit or what is wrong.</returns>
    public static (WeatherLimit? Limit, RuleProblem? Problem) Read(string text)
    {
        var head = RulePatterns.Weather.Match(text);
        var of = head.Groups["which"].ValueSpan is "最高" ? DayTemperature.Highest : DayTemperature.Lowest;
        var match = RulePatterns.Temperature.Match(text[head.Length..]);
        if (!match.Success || !match.Groups["degrees"].Success) return (null, RuleProblem.WeatherDegrees);

        var degrees = int.Parse(match.Groups["degrees"].ValueSpan, CultureInfo.InvariantCulture);
        if (degrees > Furthest) return (null, RuleProblem.WeatherDegrees);
        if (KindOf(match.Groups["comparison"].Value, match.Groups["behind"].Value) is not { } kind) return (null, RuleProblem.WeatherComparison);

        return (new WeatherLimit(of, kind, match.Groups["minus"].Success ? -degrees : degrees), null);
    }

    private static LimitKind? KindOf(string comparison, string behind) => (comparison, behind) switch
    {
        ("≥" or ">=" or "不低于" or "达到" or "达" or "到" or "大于等于", "" or "以上" or "及以上") => LimitKind.AtLeast,
        ("", "以上" or "及以上") => LimitKind.AtLeast,
        (">" or "高于" or "超过" or "大于", "") => LimitKind.Above,
        ("≤" or "<=" or "不高于" or "不超过" or "降到" or "降至" or "小于等于", "" or "以下" or "及以下") => LimitKind.AtMost,
        ("", "以下" or "及以下") => LimitKind.AtMost,
        ("<" or "低于" or "小于", "") => LimitKind.Below,
        _ => null,
    };
}

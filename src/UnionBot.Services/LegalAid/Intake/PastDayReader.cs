using System.Globalization;
using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.LegalAid.Intake;

/// <summary>
/// Reads when something happened: 上个月, 去年11月28号, 3天前, 2025.11.2. (For a day to come there is the reader of dates, which takes
/// every day as one to come.) Days are those in China.
/// </summary>
internal static partial class PastDayReader
{
    private const string Number = "[0-9一二两三四五六七八九十半]{1,4}";

    /// <summary>Every such day of a text, from left to right.</summary>
    /// <param name="bare">Whether a day without a year or another word of the past (11月2号) is meant so, too.</param>
    public static IEnumerable<PastMention> In(string text, DateOnly today, bool bare)
    {
        foreach (Match match in Days().Matches(text))
        {
            if (Read(match, today, bare) is { } span && span.First <= today)
                yield return new PastMention(match.Index, span with { Last = span.Last < today ? span.Last : today });
        }
    }

    private static PastSpan? Read(Match match, DateOnly today, bool bare) =>
        match.Groups["ago"].Success ? Ago(match, today)
        : match.Groups["day"].Success ? Single(today.AddDays(-DaysBack(match.Groups["day"].Value)))
        : match.Groups["week"].Success ? Week(match, today)
        : match.Groups["last"].Success ? Month(today.AddMonths(match.Groups["last"].Value.Contains("上上", StringComparison.Ordinal) ? -2 : -1), match, today)
        : match.Groups["this"].Success ? Month(today, match, today)
        : match.Groups["whole"].Success ? Whole(match)
        : YearAndMonth(match, today, bare);

    /// <summary>3个月前, 一年多前: of a rounded number the earlier end counts, too.</summary>
    private static PastSpan? Ago(Match match, DateOnly today)
    {
        var unit = match.Groups["unit"].Value;
        var isMore = match.Groups["more"].Success || match.Groups["about"].Success;
        if (match.Groups["n"].Value is "半")
        {
            return unit is "年" ? Around(today.AddMonths(-6), isMore ? 1 : 0) : unit.EndsWith('月') ? Around(today.AddDays(-15), isMore ? 1 : 0) : null;
        }

        if (ChineseNumber.Read(match.Groups["n"].Value) is not (> 0 and < 400 and var count)) return null;
        var n = (int)count;
        return unit switch
        {
            "年" => Between(today.AddYears(-n - (isMore ? 1 : 0)), today.AddYears(-n)),
            "天" or "日" => Between(today.AddDays(-n - (isMore ? 5 : 0)), today.AddDays(-n)),
            _ when unit.EndsWith('月') => Between(today.AddMonths(-n - (isMore ? 1 : 0)), today.AddMonths(-n)),
            _ => Between(today.AddDays((-7 * n) - (isMore ? 7 : 0)), today.AddDays(-7 * n)),
        };
    }

    private static PastSpan Around(DateOnly day, int months) => new(day.AddMonths(-months), day);

    private static PastSpan Between(DateOnly first, DateOnly last) => new(first, last);

    private static int DaysBack(string word) => word switch
    {
        "大前天" => 3,
        "前天" or "前儿" => 2,
        "昨天" or "昨晚" or "昨儿" or "夜来" => 1,
        _ => 0,
    };

    private static PastSpan Week(Match match, DateOnly today)
    {
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7) - (match.Groups["week"].Value.StartsWith("上上", StringComparison.Ordinal) ? 14 : 7));
        return match.Groups["wd"].Value is [var day] ? Single(monday.AddDays("一二三四五六日天".IndexOf(day, StringComparison.Ordinal) is 7 ? 6 : "一二三四五六日".IndexOf(day, StringComparison.Ordinal)))
            : new PastSpan(monday, monday.AddDays(6));
    }

    /// <summary>上个月, 上月5号, 这个月初.</summary>
    private static PastSpan? Month(DateOnly within, Match match, DateOnly today) =>
        InMonth(within.Year, within.Month, match.Groups["md"].Value, match.Groups["edge"].Value) is { } span && span.First <= today ? span : null;

    private static PastSpan? Whole(Match match) =>
        TryDay(Numeral(match.Groups["wy"].Value), Numeral(match.Groups["wm"].Value), Numeral(match.Groups["wdd"].Value)) is { } day ? Single(day) : null;

    private static PastSpan? YearAndMonth(Match match, DateOnly today, bool bare)
    {
        var (said, month) = (match.Groups["year"].Value, Numeral(match.Groups["month"].Value));
        if (said.Length == 0 && !bare) return null;

        var year = YearIn(said, today);
        if (month == 0) return said.Length > 0 ? WholeYear(year, match.Groups["edge"].Value) : null;
        if (InMonth(year, month, match.Groups["d"].Value, match.Groups["edge"].Value) is not { } span) return null;

        return said.Length > 0 || span.First <= today ? span : InMonth(year - 1, month, match.Groups["d"].Value, match.Groups["edge"].Value);
    }

    private static int YearIn(string said, DateOnly today) => said switch
    {
        "" or "今年" => today.Year,
        "去年" or "头年" or "上年" => today.Year - 1,
        "前年" => today.Year - 2,
        "大前年" => today.Year - 3,
        [_, _, '年'] => 2000 + Numeral(said[..2]),
        _ => Numeral(said[..4]),
    };

    private static PastSpan? WholeYear(int year, string edge) => year is < 1980 or > 2100 ? null : edge switch
    {
        "初" => new PastSpan(new DateOnly(year, 1, 1), new DateOnly(year, 2, 28)),
        "底" => new PastSpan(new DateOnly(year, 12, 1), new DateOnly(year, 12, 31)),
        _ => new PastSpan(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)),
    };

    private static PastSpan? InMonth(int year, int month, string day, string edge)
    {
        if (year is < 1980 or > 2100 || month is < 1 or > 12) return null;
        if (day.Length > 0) return TryDay(year, month, Numeral(day)) is { } one ? Single(one) : null;

        var last = DateTime.DaysInMonth(year, month);
        return edge switch
        {
            "初" => new PastSpan(new DateOnly(year, month, 1), new DateOnly(year, month, 10)),
            "中" => new PastSpan(new DateOnly(year, month, 11), new DateOnly(year, month, 20)),
            "底" or "末" => new PastSpan(new DateOnly(year, month, 21), new DateOnly(year, month, last)),
            _ => new PastSpan(new DateOnly(year, month, 1), new DateOnly(year, month, last)),
        };
    }

    private static PastSpan Single(DateOnly day) => new(day, day);

    private static DateOnly? TryDay(int year, int month, int day) =>
        year is > 1980 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Numeral(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) ? digits : (int)(ChineseNumber.Read(text) ?? 0);

    [GeneratedRegex(
        $"(?<about>大概|差不多|快)?(?<n>{Number})(?<more>来|多)?(?<unit>个多?月|个?星期|个?礼拜|周|天|日|年)(?<more>多)?(?<ago>以前|之前|前|了)(?!几)"
        + "|(?<day>大前天|前天|前儿|昨天|昨晚|昨儿|夜来|今天|今早|刚刚|刚才)"
        + "|(?<week>上上?个?(?:周|星期|礼拜))(?<wd>[一二三四五六日天])?"
        + "|(?<last>上上?个?月)(?<edge>初|中|底|末)?(?:(?<md>[0-9一二三四五六七八九十]{1,3})[号日])?"
        + "|(?<this>这个月|本月|这月)(?<edge>初|中|底|末)?(?:(?<md>[0-9一二三四五六七八九十]{1,3})[号日])?"
        + @"|(?<whole>(?<![0-9])(?<wy>20[0-9]{2})[-./年]?(?<wm>[0-9]{1,2})[-./月]?(?<wdd>[0-9]{1,2})[日号]?(?![0-9]))"
        + "|(?<year>今年|去年|头年|上年|大前年|前年|(?:20)?[0-9]{2}年)(?:的)?(?:(?<month>[0-9一二三四五六七八九十]{1,2})月份?)?(?<edge>初|中|底|末)?(?:(?<d>[0-9一二三四五六七八九十]{1,3})[号日])?"
        + "|(?<![0-9个])(?<month>[0-9一二三四五六七八九十]{1,2})(?:月份|月)(?<edge>初|中|底|末)?(?:(?<d>[0-9一二三四五六七八九十]{1,3})[号日]?)?"
        + @"|(?<![0-9.])(?<month>1[0-2]|[1-9])[./](?<d>[0-9]{1,2})(?![0-9.万千])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Days();
}

/// <summary>A day in the past, where a text names it.</summary>
internal readonly record struct PastMention(int Start, PastSpan Span);

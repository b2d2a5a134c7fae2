using System.Globalization;
using UnionBot.Chat.Calendar;

namespace UnionBot.Tests.Chat.Understanding.Dates;

/// <summary>Says a day or a time in the many ways people do, for properties.</summary>
internal static class SpokenDays
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Weekdays = "日一二三四五六";
    private const string LunarMonths = "正二三四五六七八九十冬腊";

    /// <summary>Ways that mean this day whenever they are said.</summary>
    public static IEnumerable<string> Exact(DateOnly day)
    {
        var (y, m, d) = (day.Year, day.Month, day.Day);
        yield return $"{y}年{m}月{d}日";
        yield return $"{y}年{m}月{d}号";
        yield return $"{y % 100}年{m}月{d}号";
        yield return $"{Spell(y)}年{Say(m)}月{Say(d)}日";
        yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyy/M/d", CultureInfo.InvariantCulture);
        yield return day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        yield return Wide($"{y}年{m}月{d}号");
        yield return $"{y} 年 {m} 月 {d} 號";
    }

    /// <summary>Ways that mean this day when it lies between today and eleven months ahead.</summary>
    public static IEnumerable<string> OfTheComingYear(DateOnly day)
    {
        var (m, d) = (day.Month, day.Day);
        yield return $"{m}月{d}号";
        yield return $"{m}月{d}日";
        yield return $"{Say(m)}月{Say(d)}号";
        yield return $"{m}/{d}";
        yield return $"{m}-{d}";
        yield return Wide($"{m}月{d}号");
        yield return $"就{m}月{d}号那天吧";
    }

    /// <summary>Ways that count from today.</summary>
    public static IEnumerable<string> FromToday(DateOnly today, DateOnly day)
    {
        var ahead = day.DayNumber - today.DayNumber;
        yield return $"{ahead}天后";
        yield return $"{ahead}天以后";
        if (ahead < 100) yield return $"{Say(ahead)}天之后";
        if (ahead % 7 == 0) yield return $"{ahead / 7}个星期后";
        foreach (var week in Week(today, day)) yield return week;
    }

    /// <summary>Its lunar date; null in a leap month, which people do not name in passing.</summary>
    public static string? Lunar(DateOnly day)
    {
        var lunar = LunarCalendar.Of(day);
        if (lunar.IsLeap) return null;

        var spoken = lunar.Day switch
        {
            <= 10 => "初" + Say(lunar.Day),
            > 20 and < 30 => "廿" + Digits[lunar.Day - 20],
            _ => Say(lunar.Day),
        };
        return $"农历{LunarMonths[lunar.Month - 1]}月{spoken}";
    }

    /// <summary>Ways to say a time that need no part of the day beside them to be clear.</summary>
    public static IEnumerable<string> Clock(TimeOnly time)
    {
        yield return time.ToString("HH:mm", CultureInfo.InvariantCulture);
        yield return Wide(time.ToString("HH:mm", CultureInfo.InvariantCulture));
        if (PartOf(time.Hour) is not { } part) yield break;

        var hour = time.Hour > 12 ? time.Hour - 12 : time.Hour;
        var minute = time.Minute switch { 0 => "", 30 => "半", 15 => "一刻", 45 => "三刻", < 10 => "零" + Say(time.Minute) + "分", _ => Say(time.Minute) };
        yield return $"{part}{Say(hour)}点{minute}";
        yield return $"{part}{hour}点{minute}";
        yield return $"{part}{hour}點{(time.Minute == 0 ? "" : time.Minute + "分")}";
    }

    private static IEnumerable<string> Week(DateOnly today, DateOnly day)
    {
        var weeks = (Monday(day).DayNumber - Monday(today).DayNumber) / 7;
        if (weeks is < 0 or > 2) yield break;

        var name = Weekdays[(int)day.DayOfWeek];
        var number = day.DayOfWeek == DayOfWeek.Sunday ? "天" : ((int)day.DayOfWeek).ToString(CultureInfo.InvariantCulture);
        var pointer = new[] { "这", "下", "下下" }[weeks];
        yield return $"{pointer}周{name}";
        yield return $"{pointer}个星期{name}";
        yield return $"{pointer}礼拜{number}";
        yield return $"{pointer}週{name}";
    }

    private static string? PartOf(int hour) => hour switch
    {
        >= 1 and < 5 => "凌晨",
        >= 6 and < 12 => "上午",
        12 => "中午",
        > 12 and < 18 => "下午",
        >= 18 => "晚上",
        _ => null,
    };

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>1 to 99 in Chinese numerals.</summary>
    private static string Say(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var text = tens switch { 0 => "", 1 => "十", _ => Digits[tens] + "十" };
        return ones == 0 && tens > 0 ? text : text + Digits[ones];
    }

    private static string Spell(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(c => Digits[c - '0']));

    private static string Wide(string text) => string.Concat(text.Select(c => c is > ' ' and < '\u007f' ? (char)(c - '!' + '\uff01') : c));
}

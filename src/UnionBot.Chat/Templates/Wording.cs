using System.Globalization;

namespace UnionBot.Chat.Templates;

/// <summary>Dates, times, numbers and money as people here write them.</summary>
internal static class Wording
{
    private const string Weekdays = "日一二三四五六";

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>11月22日(周日)</summary>
    public static string Day(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日(周{Weekdays[(int)day.DayOfWeek]})");

    /// <summary>2026年11月22日</summary>
    public static string Date(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>14:30, in China.</summary>
    public static string Clock(DateTimeOffset moment) =>
        moment.ToOffset(China).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>11月22日(周日) 14:30, in China.</summary>
    public static string Moment(DateTimeOffset moment) =>
        $"{Day(DateOnly.FromDateTime(moment.ToOffset(China).DateTime))} {Clock(moment)}";

    /// <summary>2026-11-22 14:30, in China: for fields that take no weekday.</summary>
    public static string Stamp(DateTimeOffset moment) =>
        moment.ToOffset(China).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <param name="fen">Whole fen; 450000 is 4500 元, 450050 is 4500.50 元.</param>
    public static string Money(long fen)
    {
        var (yuan, rest) = Math.DivRem(fen, 100);
        if (rest == 0) return string.Create(CultureInfo.InvariantCulture, $"{yuan} 元");

        var sign = fen < 0 ? "-" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{Math.Abs(yuan)}.{Math.Abs(rest):00} 元");
    }

    /// <summary>138****0001; anything shorter than eight digits is hidden whole.</summary>
    public static string Phone(string phone) => phone.Length < 8 ? "****" : $"{phone[..3]}****{phone[^4..]}";
}

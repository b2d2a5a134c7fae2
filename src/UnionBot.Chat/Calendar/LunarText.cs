namespace UnionBot.Chat.Calendar;

/// <summary>Lunar days as they are written: 腊月廿三, 闰六月初一.</summary>
public static class LunarText
{
    private const string Digits = "一二三四五六七八九十";

    public static string Of(LunarDate lunar) => $"{(lunar.IsLeap ? "闰" : "")}{Month(lunar.Month)}{Day(lunar.Day)}";

    private static string Month(int month) => month switch
    {
        1 => "正月",
        11 => "冬月",
        12 => "腊月",
        _ => $"{Digits[month - 1]}月",
    };

    private static string Day(int day) => day switch
    {
        <= 10 => $"初{Digits[day - 1]}",
        < 20 => $"十{Digits[day - 11]}",
        20 => "二十",
        < 30 => $"廿{Digits[day - 21]}",
        _ => "三十",
    };
}

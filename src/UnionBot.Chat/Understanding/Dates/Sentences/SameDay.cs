using UnionBot.Chat.Understanding.Dates.Days;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>Tells whether two phrases side by side name one day: 12月3号周四, 正月十五元宵节.</summary>
internal static class SameDay
{
    public static bool Is(DayPhrase first, DayPhrase second, Today today)
    {
        if (first.GetType() == second.GetType()) return false;
        return (first, second) switch
        {
            (Weekday weekday, _) => second.On(today).Date is { } day && weekday.Is(day),
            (_, Weekday weekday) => first.On(today).Date is { } day && weekday.Is(day),
            _ => first.On(today).Date is { } day && second.On(today).Date == day,
        };
    }
}

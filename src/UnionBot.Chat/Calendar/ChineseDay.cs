namespace UnionBot.Chat.Calendar;

/// <summary>What a day is in the Chinese calendar.</summary>
/// <param name="Term">The solar term (节气) that begins on it; null for most days.</param>
/// <param name="DogDays">初伏, 中伏 or 末伏 while it lasts; null outside 三伏.</param>
public sealed record ChineseDay(DateOnly Day, LunarDate Lunar, SolarTerm? Term, string? DogDays)
{
    /// <param name="day">1902 to 2100.</param>
    public static ChineseDay Of(DateOnly day) => new(day, LunarCalendar.Of(day), TermOn(day), DogDaysOn(day));

    private static SolarTerm? TermOn(DateOnly day)
    {
        // Two terms a month, in the order of the year.
        for (var term = (SolarTerm)((day.Month - 1) * 2); term <= (SolarTerm)((day.Month * 2) - 1); term++)
        {
            if (SolarTerms.DayOf(day.Year, term) == day) return term;
        }

        return null;
    }

    private static string? DogDaysOn(DateOnly day)
    {
        var days = Calendar.DogDays.Of(day.Year);
        return
            day < days.First || day > days.End ? null :
            day < days.Middle ? "初伏" :
            day < days.Last ? "中伏" :
            "末伏";
    }
}

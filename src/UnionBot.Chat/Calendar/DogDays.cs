namespace UnionBot.Chat.Calendar;

/// <summary>The hottest days of a year (三伏), each beginning on a day with the stem 庚.</summary>
/// <param name="First">初伏 (入伏): the third 庚 day from 夏至 on.</param>
/// <param name="Middle">中伏: ten days after <paramref name="First"/>.</param>
/// <param name="Last">末伏: the first 庚 day from 立秋 on; 中伏 therefore lasts 10 or 20 days.</param>
public sealed record DogDays(DateOnly First, DateOnly Middle, DateOnly Last)
{
    private const int Geng = 6;

    /// <summary>The last of the ten days of 末伏.</summary>
    public DateOnly End => Last.AddDays(9);

    /// <param name="year">A Gregorian year, 1901 to 2100.</param>
    public static DogDays Of(int year)
    {
        var first = GengFrom(SolarTerms.DayOf(year, SolarTerm.夏至)).AddDays(20);
        return new DogDays(first, first.AddDays(10), GengFrom(SolarTerms.DayOf(year, SolarTerm.立秋)));
    }

    private static DateOnly GengFrom(DateOnly day) => day.AddDays((Geng + 10 - Stem(day)) % 10);

    /// <summary>The heavenly stem: 0 is 甲, 6 is 庚. 1721426 turns a day number into a Julian day number.</summary>
    private static int Stem(DateOnly day) => (day.DayNumber + 1_721_426 + 9) % 10;
}

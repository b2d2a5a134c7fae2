using FsCheck;
using FsCheck.Fluent;
using UnionBot.Chat.Calendar;

namespace UnionBot.Tests.Chat.Calendar;

/// <summary>What holds of every year and day of the Chinese calendar.</summary>
public sealed class CalendarPropertyTests
{
    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(new DateOnly(1902, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    [Fact]
    public void A_lunar_day_is_followed_by_the_next_or_by_the_first_of_the_next_month() => Prop.ForAll(Days, day =>
    {
        var (today, tomorrow) = (LunarCalendar.Of(day), LunarCalendar.Of(day.AddDays(1)));
        return tomorrow.Day == 1
            ? today.Day == LunarCalendar.DaysInMonth(today.Year, today.Month, today.IsLeap)
            : tomorrow == today with { Day = today.Day + 1 };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void New_year_is_the_second_new_moon_after_the_winter_solstice_or_the_third_and_its_eve_the_day_before()
    {
        for (var year = 1902; year <= 2100; year++)
        {
            var newYear = LunarCalendar.DayOf(new LunarDate(year, 1, 1))!.Value;
            var eve = LunarCalendar.Of(newYear.AddDays(-1));

            Assert.InRange(newYear, new DateOnly(year, 1, 21), new DateOnly(year, 2, 21));
            Assert.Equal((year - 1, 12), (eve.Year, eve.Month));
            Assert.Equal(11, LunarCalendar.Of(SolarTerms.DayOf(year, SolarTerm.冬至)).Month);
        }
    }

    [Fact]
    public void A_leap_month_is_one_in_which_no_second_term_of_a_month_begins()
    {
        // The table of lunar months and the way of the sun are told from different sources, and meet here.
        SolarTerm[] seconds = [.. Enum.GetValues<SolarTerm>().Where(term => (int)term % 2 == 1)];
        var leapMonths = 0;
        for (var year = 1902; year <= 2099; year++)
        {
            if (LunarCalendar.LeapMonth(year) is not (> 0 and var month)) continue;

            leapMonths++;
            Assert.DoesNotContain(new[] { year, year + 1 }.SelectMany(y => seconds.Select(term => SolarTerms.DayOf(y, term))), day => LunarCalendar.Of(day) is { IsLeap: true } lunar && lunar.Year == year && lunar.Month == month);
        }

        Assert.InRange(leapMonths, 70, 75);
    }

    [Fact]
    public void The_dog_days_have_thirty_or_forty_days_and_begin_on_days_of_geng()
    {
        // 2026-07-15 was a day of 庚; these come every tenth day.
        var geng = new DateOnly(2026, 7, 15).DayNumber;
        for (var year = 1901; year <= 2100; year++)
        {
            var days = DogDays.Of(year);

            Assert.All([days.First, days.Middle, days.Last], day => Assert.Equal(0, (day.DayNumber - geng) % 10));
            Assert.True(days.End.DayNumber - days.First.DayNumber + 1 is 30 or 40);
            Assert.InRange(days.First.DayNumber - SolarTerms.DayOf(year, SolarTerm.夏至).DayNumber, 20, 29);
            Assert.InRange(days.Last.DayNumber - SolarTerms.DayOf(year, SolarTerm.立秋).DayNumber, 0, 9);
        }
    }

    [Fact]
    public void A_day_says_of_itself_what_the_year_says_of_it() => Prop.ForAll(Days, day =>
    {
        var told = ChineseDay.Of(day);
        var dogDays = DogDays.Of(day.Year);
        return told.Lunar == LunarCalendar.Of(day)
            && (told.Term is null ? Enum.GetValues<SolarTerm>().All(t => SolarTerms.DayOf(day.Year, t) != day) : SolarTerms.DayOf(day.Year, told.Term.Value) == day)
            && (told.DogDays is not null) == (dogDays.First <= day && day <= dogDays.End);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-02-10", "腊月廿三")]
    [InlineData("2026-02-17", "正月初一")]
    [InlineData("2025-07-25", "闰六月初一")]
    [InlineData("2026-03-08", "正月二十")]
    [InlineData("2026-01-18", "冬月三十")]
    public void A_lunar_day_is_written_as_people_write_it(string day, string text) =>
        Assert.Equal(text, LunarText.Of(LunarCalendar.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))));
}

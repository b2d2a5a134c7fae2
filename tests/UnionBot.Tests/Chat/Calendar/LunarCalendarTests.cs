using UnionBot.Chat.Calendar;

namespace UnionBot.Tests.Chat.Calendar;

public sealed class LunarCalendarTests
{
    public static TheoryData<int> Years => Anchors.Years;

    [Theory]
    [MemberData(nameof(Years))]
    public void Festivals_lie_where_others_computed_them(int year)
    {
        Assert.Equal(Anchors.Day(year, "spring_festival"), LunarCalendar.DayOf(new LunarDate(year, 1, 1)));
        Assert.Equal(Anchors.Day(year, "yuanxiao"), LunarCalendar.DayOf(new LunarDate(year, 1, 15)));
        Assert.Equal(Anchors.Day(year, "longtaitou"), LunarCalendar.DayOf(new LunarDate(year, 2, 2)));
        Assert.Equal(Anchors.Day(year, "duanwu"), LunarCalendar.DayOf(new LunarDate(year, 5, 5)));
        Assert.Equal(Anchors.Day(year, "qixi"), LunarCalendar.DayOf(new LunarDate(year, 7, 7)));
        Assert.Equal(Anchors.Day(year, "mid_autumn"), LunarCalendar.DayOf(new LunarDate(year, 8, 15)));
        Assert.Equal(Anchors.Day(year, "chongyang"), LunarCalendar.DayOf(new LunarDate(year, 9, 9)));
        Assert.Equal(Anchors.Day(year, "laba"), LunarCalendar.DayOf(new LunarDate(year - 1, 12, 8)));
        Assert.Equal(Anchors.Day(year, "xiaonian_north"), LunarCalendar.DayOf(new LunarDate(year - 1, 12, 23)));
        Assert.Equal(Anchors.Day(year, "chuxi").AddDays(1), Anchors.Day(year, "spring_festival"));
        Assert.Equal(Anchors.Number(year, "layue_days"), LunarCalendar.DaysInMonth(year - 1, 12));
        Assert.Equal(Anchors.Number(year, "leap_month"), LunarCalendar.LeapMonth(year));
    }

    [Fact]
    public void Every_day_comes_back_from_its_lunar_date()
    {
        for (var day = LunarCalendar.FirstDay; day <= LunarCalendar.LastDay; day = day.AddDays(1))
        {
            Assert.Equal(day, LunarCalendar.DayOf(LunarCalendar.Of(day)));
        }
    }

    [Fact]
    public void A_leap_month_has_the_number_of_the_month_before_it()
    {
        Assert.Equal(new LunarDate(2025, 6, 1, IsLeap: true), LunarCalendar.Of(new DateOnly(2025, 7, 25)));
        Assert.Equal(new LunarDate(2025, 7, 1), LunarCalendar.Of(new DateOnly(2025, 8, 23)));
    }

    [Theory]
    [InlineData(2026, 12, 30, false)]
    [InlineData(2026, 6, 1, true)]
    [InlineData(2026, 13, 1, false)]
    [InlineData(2026, 1, 0, false)]
    [InlineData(1900, 1, 1, false)]
    [InlineData(2101, 1, 1, false)]
    public void There_is_no_day_where_the_calendar_has_none(int year, int month, int day, bool isLeap) =>
        Assert.Null(LunarCalendar.DayOf(new LunarDate(year, month, day, isLeap)));
}

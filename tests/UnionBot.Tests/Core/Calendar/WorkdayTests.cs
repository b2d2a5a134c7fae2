using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using UnionBot.Core.Calendar;

namespace UnionBot.Tests.Core.Calendar;

/// <summary>Workdays, and time in which the union works.</summary>
public sealed class WorkdayTests
{
    private static readonly WorkingHours Hours = new(new(8, 30), new(12, 0), new(13, 30), new(17, 30));
    private static readonly WorkingClock Clock = new(CalendarUnderTest.Workdays, Hours);

    [Theory]
    [InlineData("2026-02-14", true, null)]
    [InlineData("2026-02-17", false, "春节")]
    [InlineData("2026-02-20", false, "春节")]
    [InlineData("2027-02-05", false, "春节")]
    [InlineData("2027-02-09", true, null)]
    [InlineData("2027-04-05", false, "清明节")]
    [InlineData("2027-05-02", false, "劳动节")]
    [InlineData("2027-05-03", true, null)]
    [InlineData("2027-10-01", false, "国庆节")]
    [InlineData("2027-06-05", false, null)]
    public void A_day_is_worked_by_the_schedule_and_where_it_is_missing_by_the_law(string day, bool isWorked, string? holiday) =>
        Assert.Equal((isWorked, holiday), (CalendarUnderTest.Workdays.IsWorkday(CalendarUnderTest.Day(day)), CalendarUnderTest.Workdays.HolidayOn(CalendarUnderTest.Day(day))));

    [Fact]
    public void Thirteen_days_of_each_year_are_off_by_law()
    {
        for (var year = 1903; year <= 2098; year++)
        {
            var workdays = CalendarUnderTest.Workdays;
            if (workdays.IsKnown(year)) continue;
            var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).Count(day => workdays.HolidayOn(day) is not null);

            // 中秋 is on 1, 2 or 3 October in some years: then two holidays share a day.
            Assert.InRange(days, 12, 13);
        }
    }

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-10-08", -1, "2026-09-30")]
    [InlineData("2026-10-08", 2, "2026-10-10")]
    [InlineData("2026-12-31", 1, "2027-01-04?")]
    [InlineData("2027-01-04", -2, "2026-12-30?")]
    public void Workdays_are_counted_both_ways_and_beyond_what_is_known(string from, int count, string to)
    {
        var found = CalendarUnderTest.Workdays.Add(CalendarUnderTest.Day(from), count);

        Assert.Equal(to, found.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (found.IsProvisional ? "?" : ""));
    }

    [Theory]
    [InlineData("11-27 09:00", 0, "11-27 09:00")]
    [InlineData("11-27 09:00", 180, "11-27 12:00")]
    [InlineData("11-27 09:00", 181, "11-27 13:31")]
    [InlineData("11-27 12:20", 30, "11-27 14:00")]
    [InlineData("11-27 17:00", 60, "11-30 09:00")]
    [InlineData("11-28 10:00", 0, "11-30 08:30")]
    [InlineData("11-27 20:00", 450, "11-30 17:30")]
    [InlineData("09-30 17:00", 60, "10-08 09:00")]
    [InlineData("02-13 17:30", 450, "02-14 17:30")]
    public void Working_time_goes_on_after_lunch_and_on_the_next_workday(string from, int minutes, string to) =>
        Assert.Equal(At(to), Clock.Add(At(from), TimeSpan.FromMinutes(minutes)).At);

    [Theory]
    [InlineData("11-27 09:00", "11-27 14:00", 210)]
    [InlineData("11-27 12:10", "11-27 13:10", 0)]
    [InlineData("11-27 17:00", "11-30 09:00", 60)]
    [InlineData("11-30 09:00", "11-27 17:00", 0)]
    [InlineData("09-30 17:00", "10-08 09:00", 60)]
    public void Only_working_time_lies_between_two_moments(string from, string until, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Clock.Between(At(from), At(until)));

    [Fact]
    public void What_is_added_lies_between()
    {
        var start = At("03-02 00:00");
        Prop.ForAll(Gen.Choose(0, 400_000).ToArbitrary(), Gen.Choose(0, 20_000).ToArbitrary(), (offset, minutes) =>
        {
            var (from, time) = (start.AddMinutes(offset), TimeSpan.FromMinutes(minutes));
            var until = Clock.Add(from, time).At;
            return until >= from && Clock.Between(from, until) == time;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_way_into_a_year_without_schedule_is_provisional()
    {
        Assert.False(Clock.Add(At("12-30 09:00"), TimeSpan.FromHours(2)).IsProvisional);
        Assert.True(Clock.Add(At("12-31 17:00"), TimeSpan.FromHours(2)).IsProvisional);
    }

    /// <summary>A moment of 2026 in China.</summary>
    private static DateTimeOffset At(string text) => new DateTimeOffset(
        DateTime.ParseExact($"2026-{text}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset).ToUniversalTime();
}

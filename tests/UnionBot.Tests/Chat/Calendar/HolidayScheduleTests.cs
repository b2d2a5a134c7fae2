using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Calendar;

public sealed class HolidayScheduleTests
{
    private static readonly HolidaySchedule Schedule = HolidayFile.LoadAll(Tree.Templates);

    [Fact]
    public void The_schedule_of_2026_is_the_one_of_the_state_council()
    {
        var off = Anchors.Holidays2026["off"]!.AsArray();
        var breaks = Schedule.Breaks.Where(b => b.First.Year == 2026).ToArray();

        Assert.Equal(
            off.Select(b => (b![0]!.GetValue<string>(), Anchors.Day(b[1]!), Anchors.Day(b[2]!))),
            breaks.Select(b => (b.Holidays[0], b.First, b.Last)));
        Assert.All(Anchors.Holidays2026["workdays"]!.AsArray(), day => Assert.True(Schedule.IsWorkday(Anchors.Day(day!))));
    }

    [Theory]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-09-27", false)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-11-21", false)]
    [InlineData("2026-11-23", true)]
    public void A_day_is_worked_by_the_schedule_and_else_from_Monday_to_Friday(string day, bool isWorkday) =>
        Assert.Equal(isWorkday, Schedule.IsWorkday(Day(day)));

    [Fact]
    public void Of_a_year_without_a_schedule_nothing_is_known()
    {
        Assert.Null(Schedule.IsWorkday(new DateOnly(2031, 6, 4)));
        Assert.Null(Schedule.AddWorkdays(new DateOnly(2026, 12, 30), 2));
        Assert.Null(Schedule.LastWorkdayBefore(new DateOnly(2026, 1, 2)));
    }

    [Theory]
    [InlineData("2098-11-30", null)]
    [InlineData("2098-12-01", 2099)]
    [InlineData("2099-01-01", 2099)]
    public void The_next_schedule_is_missing_from_December_on(string day, int? missing)
    {
        var onlyThatYear = new HolidaySchedule([new HolidayYear(2098, [], [])]);

        Assert.Equal(missing, onlyThatYear.MissingOn(Day(day)));
    }

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-10-08", 2, "2026-10-10")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    public void Workdays_are_counted_over_holidays_and_made_up_days(string from, int count, string to) =>
        Assert.Equal(Day(to), Schedule.AddWorkdays(Day(from), count));

    [Theory]
    [InlineData("year: 2031\nsource: x\noff: [{holidays: [元旦], first: 2031-01-03, last: 2031-01-01}]", 3)]
    [InlineData("year: 2030\nsource: x\noff: [{holidays: [元旦], first: 2031-01-01, last: 2031-01-01}]", 1)]
    [InlineData("year: 2031\nsource: x\noff: [{holidays: [元旦], first: 1.1., last: 2031-01-01}]", 3)]
    [InlineData("year: 2031\nsource: x\nworkdays: [2031-01-04]", 1)]
    public void A_wrong_schedule_is_refused_with_its_line(string yaml, int line)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "2031.yaml");
        File.WriteAllText(path, yaml);

        Assert.Equal(line, Assert.Throws<BrokenFileException>(() => HolidayFile.Read(path)).Line);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

using UnionBot.Chat.Calendar;

namespace UnionBot.Tests.Chat.Calendar;

public sealed class SolarTermTests
{
    public static TheoryData<int> Years => Anchors.Years;

    [Theory]
    [MemberData(nameof(Years))]
    public void Solar_terms_lie_where_others_computed_them(int year)
    {
        Assert.Equal(Anchors.Day(year, "qingming"), SolarTerms.DayOf(year, SolarTerm.清明));
        Assert.Equal(Anchors.Day(year, "xiazhi"), SolarTerms.DayOf(year, SolarTerm.夏至));
        Assert.Equal(Anchors.Day(year, "liqiu"), SolarTerms.DayOf(year, SolarTerm.立秋));
        Assert.Equal(Anchors.Day(year, "dongzhi"), SolarTerms.DayOf(year, SolarTerm.冬至));
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void The_dog_days_lie_where_others_computed_them(int year)
    {
        var days = DogDays.Of(year);

        Assert.Equal(
            (Anchors.Day(year, "chufu"), Anchors.Day(year, "zhongfu"), Anchors.Day(year, "mofu"), Anchors.Day(year, "sanfu_last_day")),
            (days.First, days.Middle, days.Last, days.End));
        Assert.Equal(Anchors.Number(year, "zhongfu_days"), days.Last.DayNumber - days.Middle.DayNumber);
    }

    [Fact]
    public void The_term_six_minutes_before_midnight_keeps_its_day()
    {
        var moment = SolarTerms.MomentOf(2035, SolarTerm.立秋);

        Assert.Equal(new DateTime(2035, 8, 7, 23, 54, 0), moment, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void The_terms_of_a_year_follow_each_other_every_fortnight()
    {
        for (var year = 1901; year <= 2100; year++)
        {
            var days = Enum.GetValues<SolarTerm>().Select(term => SolarTerms.DayOf(year, term)).ToArray();

            Assert.All(days.Zip(days.Skip(1)), pair => Assert.InRange(pair.Second.DayNumber - pair.First.DayNumber, 14, 17));
            Assert.All(days, day => Assert.Equal(year, day.Year));
        }
    }
}

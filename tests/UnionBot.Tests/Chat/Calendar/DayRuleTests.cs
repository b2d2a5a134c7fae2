using System.Globalization;
using UnionBot.Chat.Calendar;

namespace UnionBot.Tests.Chat.Calendar;

public sealed class DayRuleTests
{
    [Theory]
    [InlineData("10-01", "2026-10-01")]
    [InlineData("L1-15", "2026-03-03")]
    [InlineData("L1-1 -1", "2026-02-16")]
    [InlineData("L12-8", "2026-01-26")]
    [InlineData("冬至", "2026-12-22")]
    [InlineData("末伏 +10", "2026-08-24")]
    [InlineData("05-W2-7", "2026-05-10")]
    [InlineData("11-W4-4", "2026-11-26")]
    [InlineData("02-29", "2028-02-29")]
    public void A_rule_names_the_next_day_of_its_kind(string rule, string day) =>
        Assert.Equal(day, DayRule.Parse(rule)!.NextFrom(new DateOnly(2026, 1, 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("")]
    [InlineData("13-01")]
    [InlineData("02-30")]
    [InlineData("L1-31")]
    [InlineData("05-W5-7")]
    [InlineData("国庆")]
    [InlineData("10-01 7")]
    public void What_is_no_rule_is_refused(string text) => Assert.Null(DayRule.Parse(text));

    [Fact]
    public void A_lunar_day_can_miss_a_year_or_come_twice()
    {
        var laba = DayRule.Parse("L12-8")!;

        Assert.Null(DayRule.Parse("02-29")!.InYear(2027));
        Assert.Equal(new DateOnly(2031, 1, 1), laba.NextFrom(new DateOnly(2030, 1, 12)));
        Assert.Equal(new DateOnly(2032, 1, 20), laba.NextFrom(new DateOnly(2031, 1, 2)));
    }
}

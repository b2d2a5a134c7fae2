using System.Globalization;
using UnionBot.Services.LegalAid.Intake;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>Days of what happened, told on Friday, 27 November 2026.</summary>
public sealed class PastDayTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    [Theory]
    [InlineData("去年11月28号被辞退的", "2025-11-28", "2025-11-28")]
    [InlineData("上个月把我辞了", "2026-10-01", "2026-10-31")]
    [InlineData("上个月5号把我辞了", "2026-10-05", "2026-10-05")]
    [InlineData("3天前收到裁决书", "2026-11-24", "2026-11-24")]
    [InlineData("半年前摔的", "2026-05-27", "2026-05-27")]
    [InlineData("一年多前", "2024-11-27", "2025-11-27")]
    [InlineData("两个星期前", "2026-11-13", "2026-11-13")]
    [InlineData("上周三受的伤", "2026-11-18", "2026-11-18")]
    [InlineData("昨天收到的", "2026-11-26", "2026-11-26")]
    [InlineData("前年底就没发", "2024-12-01", "2024-12-31")]
    [InlineData("2025年3月1日入职", "2025-03-01", "2025-03-01")]
    [InlineData("2025.3.1", "2025-03-01", "2025-03-01")]
    [InlineData("20250301", "2025-03-01", "2025-03-01")]
    [InlineData("去年腊月", "2025-01-01", "2025-12-31")]
    [InlineData("今年三月底", "2026-03-21", "2026-03-31")]
    [InlineData("这个月3号", "2026-11-03", "2026-11-03")]
    public void What_a_day_in_the_past_is(string text, string first, string last) =>
        Assert.Equal(new PastSpan(Day(first), Day(last)), Assert.Single(PastDayReader.In(text, Today, bare: false)).Span);

    [Theory]
    [InlineData("11月2号", "2026-11-02")]
    [InlineData("12月5号", "2025-12-05")]
    [InlineData("11.2", "2026-11-02")]
    public void Where_a_day_is_asked_for_one_without_a_year_is_the_last_such_day(string text, string day) =>
        Assert.Equal(Day(day), Assert.Single(PastDayReader.In(text, Today, bare: true)).Span.First);

    [Theory]
    [InlineData("12月5号下午有空吗")]
    [InlineData("周五下午吧")]
    [InlineData("三个月没发工资了")]
    [InlineData("2月30号")]
    [InlineData("1.8万")]
    [InlineData("下个月5号")]
    public void What_is_none_is_not_read_as_one(string text) => Assert.Empty(PastDayReader.In(text, Today, bare: false));

    [Fact]
    public void A_month_is_close_enough_to_count_from_and_a_year_is_not()
    {
        Assert.True(Assert.Single(PastDayReader.In("上个月", Today, bare: false)).Span.IsClose);
        Assert.False(Assert.Single(PastDayReader.In("去年", Today, bare: false)).Span.IsClose);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

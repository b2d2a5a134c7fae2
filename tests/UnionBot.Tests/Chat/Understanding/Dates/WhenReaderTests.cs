using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

public sealed class WhenReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void A_day_is_counted_in_China_whatever_the_offset_of_now()
    {
        var now = new DateTimeOffset(2026, 11, 20, 16, 40, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 11, 22), WhenLines.Reader.Read("明天", now).When!.Date);
    }

    [Theory]
    [InlineData("想约赶明儿个行不", "赶明儿个", null)]
    [InlineData("就是我想那个预约一下法律援助嗯大概是下个礼拜三吧下午两点来钟社保没给交的事", "下个礼拜三", "下午两点")]
    [InlineData("临时加班，咨询往后挪挪，改成28号下午", "28号", "下午")]
    [InlineData("跟律师约的三点能提前到两点不", null, "两点")]
    [InlineData("想预约12月3号上午九点半，女职工产假的问题", "12月3号", "上午九点半")]
    [InlineData("這禮拜天的相親會俺給俺妹報個名中不", "這禮拜天", null)]
    [InlineData("明早8点过去", "明早", "8点")]
    [InlineData("今晚", "今晚", null)]
    [InlineData("明天去不了了，往后推两天行吗", null, null)]
    [InlineData("１２月３号　下午２：３０", "１２月３号", "下午２：３０")]
    [InlineData("后天下午，三点半行吗", "后天", "下午，三点半")]
    public void The_words_of_day_and_time_are_told_as_they_stand_in_the_text(string text, string? day, string? time)
    {
        var reading = WhenLines.Reader.Read(text, Now);

        Assert.Equal((day, time), (reading.DateSpan?.In(text), reading.TimeSpan?.In(text)));
    }

    [Fact]
    public void All_words_of_days_times_and_lengths_are_told_also_the_ones_that_do_not_count()
    {
        const string text = "三个月没发工资，10月8号被辞退的，想约后天下午三点，周五不行";

        Assert.Equal(["三个月", "10月8号", "后天", "下午三点", "周五"], WhenLines.Reader.Read(text, Now).Spans.Select(s => s.In(text)));
    }

    [Fact]
    public void In_the_south_小年_is_a_day_later()
    {
        var south = WhenReader.Load(Tree.Templates, new WhenOptions { SouthernXiaonian = true });

        Assert.Equal(new DateOnly(2027, 1, 31), south.Read("小年", Now).When!.Date);
    }

    [Fact]
    public void A_day_that_needs_the_holiday_schedule_is_known_once_the_schedule_is()
    {
        var schedule = new HolidayYear(2027, [new Break(["元旦"], new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 3))], []);

        Assert.Equal(NoWhen.UnknownCalendar, WhenLines.Reader.Read("元旦后第一天上班", Now).Reason);
        Assert.Equal(
            new DateOnly(2027, 1, 4),
            WhenLines.Reader.With(new HolidaySchedule([schedule])).Read("元旦后第一天上班", Now).When!.Date);
    }
}

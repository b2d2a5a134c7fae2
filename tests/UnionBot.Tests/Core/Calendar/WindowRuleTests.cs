using FsCheck;
using FsCheck.Fluent;
using UnionBot.Core.Calendar.Rules;
using UnionBot.Tests.Chat.Calendar;

namespace UnionBot.Tests.Core.Calendar;

/// <summary>Which days rules give that staff write in Chinese, and what is said of those that are none.</summary>
public sealed class WindowRuleTests
{
    public static TheoryData<int> Years => Anchors.Years;

    public static TheoryData<string> Examples => [.. CalendarUnderTest.Words.Examples];

    [Theory]
    [InlineData("5月1日", "05-01")]
    [InlineData("五月一日", "05-01")]
    [InlineData("５月１号", "05-01")]
    [InlineData("05-01", "05-01")]
    [InlineData("5/1", "05-01")]
    [InlineData("每年5月1日", "05-01")]
    [InlineData("2026年5月1日", "05-01")]
    [InlineData("2027-05-01", "OtherYear")]
    [InlineData("五一", "05-01")]
    [InlineData("正月十五", "03-03")]
    [InlineData("元宵節", "03-03")]
    [InlineData("农历八月十五", "09-25")]
    [InlineData("八月十五", "09-25")]
    [InlineData("8月15", "08-15")]
    [InlineData("农历6月15", "07-28")]
    [InlineData("六月初一", "07-14")]
    [InlineData("腊月廿三", "02-10")]
    [InlineData("腊月二十三", "02-10")]
    [InlineData("腊月三十", "02-16")]
    [InlineData("大年三十", "02-16")]
    [InlineData("除夕", "02-16")]
    [InlineData("小年", "02-10")]
    [InlineData("五月端午", "06-19")]
    [InlineData("立秋", "08-07")]
    [InlineData("冬至当天", "12-22")]
    [InlineData("母亲节", "05-10")]
    public void A_day_has_its_place_in_the_year(string rule, string days) => Assert.Equal(days, rule.In(2026));

    [Theory]
    [InlineData("春节前20天", "01-28")]
    [InlineData("春节 前 二十 天", "01-28")]
    [InlineData("春节提前20天", "01-28")]
    [InlineData("春节前三周", "01-27")]
    [InlineData("冬至前7天", "12-15")]
    [InlineData("立秋后第三天", "08-10")]
    [InlineData("5月1日前10天", "04-21")]
    [InlineData("元旦前10天", "12-22")]
    [InlineData("除夕后1天", "02-17")]
    public void Days_are_counted_from_a_day(string rule, string days) => Assert.Equal(days, rule.In(2026));

    [Theory]
    [InlineData("6月第三个工作日", "06-03")]
    [InlineData("二月第一个工作日", "02-02")]
    [InlineData("2月最后一个工作日", "02-28")]
    [InlineData("10月第一个工作日", "10-08")]
    [InlineData("国庆节后第一个工作日", "10-08")]
    [InlineData("国庆后第三个工作日", "10-10")]
    [InlineData("春节前最后一个工作日", "02-14")]
    [InlineData("春节前3个工作日", "02-12")]
    [InlineData("第三个工作日", "01-06 02-04 03-04 04-03 05-08 06-03 07-03 08-05 09-03 10-10 11-04 12-03")]
    [InlineData("每月最后一天", "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31")]
    [InlineData("每月31日", "01-31 03-31 05-31 07-31 08-31 10-31 12-31")]
    [InlineData("6月底", "06-30")]
    [InlineData("6月第三个星期日", "06-21")]
    [InlineData("11月最后一个周四", "11-26")]
    [InlineData("8月第五个星期一", "08-31")]
    [InlineData("6月第五个星期天", "NoSuchDay")]
    public void Places_in_a_month_are_found(string rule, string days) => Assert.Equal(days, rule.In(2026));

    [Theory]
    [InlineData("入伏起", RuleKind.Start, "07-15")]
    [InlineData("从入伏开始", RuleKind.Start, "07-15")]
    [InlineData("出伏止", RuleKind.End, "08-24")]
    [InlineData("6月止", RuleKind.End, "06-30")]
    [InlineData("小暑到处暑", RuleKind.Span, "07-07..08-23")]
    [InlineData("夏至至冬至", RuleKind.Span, "06-21..12-22")]
    [InlineData("入伏起至末伏止", RuleKind.Span, "07-15..08-14")]
    [InlineData("6月1日-9月30日", RuleKind.Span, "06-01..09-30")]
    [InlineData("6月到9月", RuleKind.Span, "06-01..09-30")]
    [InlineData("三伏", RuleKind.Span, "07-15..08-23")]
    [InlineData("7月", RuleKind.Span, "07-01..07-31")]
    [InlineData("腊月", RuleKind.Span, "01-19..02-16")]
    [InlineData("入伏起40天", RuleKind.Span, "07-15..08-23")]
    [InlineData("12月1日到正月十五", RuleKind.Span, "12-01..2027-02-20")]
    [InlineData("12月1日起到春节前3天", RuleKind.Span, "12-01..2027-02-03")]
    [InlineData("国庆节后第一个工作日起5个工作日", RuleKind.Span, "10-08..10-13")]
    [InlineData("正月十五", RuleKind.Day, "03-03")]
    public void A_window_begins_ends_or_does_both(string rule, RuleKind kind, string days)
    {
        Assert.True(CalendarUnderTest.Rules.TryRead(rule, out var read, out _));
        Assert.Equal((kind, days), (read.Kind, rule.In(2026)));
    }

    [Theory]
    [InlineData("闰六月初一", 2025, "07-25")]
    [InlineData("闰六月初一", 2026, "NoLeapMonth")]
    [InlineData("闰六月", 2025, "07-25..08-22")]
    [InlineData("闰五月", 2027, "NoLeapMonth")]
    [InlineData("2月29日", 2027, "NoSuchDay")]
    [InlineData("2月29日", 2028, "02-29")]
    [InlineData("腊月三十", 2030, "02-02")]
    [InlineData("腊八", 2031, "01-01")]
    [InlineData("6月第三个工作日", 2027, "06-03?")]
    [InlineData("10月第一个工作日", 2027, "10-04?")]
    [InlineData("国庆节后第一个工作日", 2027, "10-04?")]
    [InlineData("春节后第一个工作日", 2027, "02-09?")]
    [InlineData("立秋", 2027, "08-08")]
    public void A_year_that_lacks_the_day_says_so_and_workdays_without_a_schedule_are_provisional(string rule, int year, string days) =>
        Assert.Equal(days, rule.In(year));

    [Fact]
    public void A_lunar_day_can_come_twice_in_a_Gregorian_year_or_not_at_all()
    {
        var times = Enumerable.Range(2025, 20).Select(year => "冬月二十".In(year)).ToArray();

        Assert.Contains("NotThisYear", times);
        Assert.Contains(times, days => days.Split(' ').Length == 2);
    }

    [Theory]
    [MemberData(nameof(Years))]
    public void Rules_give_the_days_that_others_computed(int year)
    {
        (string Rule, string Anchor)[] anchors =
        [
            ("除夕", "chuxi"), ("正月初一", "spring_festival"), ("正月十五", "yuanxiao"), ("二月二", "longtaitou"), ("清明", "qingming"),
            ("端午", "duanwu"), ("七夕", "qixi"), ("八月十五", "mid_autumn"), ("九月九", "chongyang"), ("夏至", "xiazhi"), ("立秋", "liqiu"),
            ("冬至", "dongzhi"), ("入伏", "chufu"), ("中伏", "zhongfu"), ("末伏", "mofu"), ("腊月初八", "laba"), ("腊月廿三", "xiaonian_north"), ("腊月二十四", "xiaonian_south"),
        ];

        Assert.All(anchors, pair => Assert.Contains($"{Anchors.Day(year, pair.Anchor):MM-dd}", pair.Rule.In(year).Split(' ')));
        Assert.Equal($"{Anchors.Day(year, "sanfu_last_day").AddDays(1):MM-dd}", "出伏".In(year));
        Assert.Equal($"{Anchors.Day(year, "chufu"):MM-dd}..{Anchors.Day(year, "sanfu_last_day"):MM-dd}", "三伏".In(year));
    }

    [Theory]
    [InlineData("日最高≥37℃", DayTemperature.Highest, LimitKind.AtLeast, 37)]
    [InlineData("日最高气温达到37度", DayTemperature.Highest, LimitKind.AtLeast, 37)]
    [InlineData("最高气温37℃以上", DayTemperature.Highest, LimitKind.AtLeast, 37)]
    [InlineData("日最高 > 35°C", DayTemperature.Highest, LimitKind.Above, 35)]
    [InlineData("日最低≤-10℃", DayTemperature.Lowest, LimitKind.AtMost, -10)]
    [InlineData("最低气温低于零下5度", DayTemperature.Lowest, LimitKind.Below, -5)]
    public void A_rule_of_the_weather_has_no_day_before_a_forecast(string rule, DayTemperature of, LimitKind kind, int degrees)
    {
        Assert.True(CalendarUnderTest.Rules.TryRead(rule, out var read, out _));
        Assert.Equal(new WeatherLimit(of, kind, degrees), read.Weather);
        Assert.Equal("NeedsForecast", rule.In(2026));
    }

    [Theory]
    [InlineData("日最高≥37℃", 37.0, null, true)]
    [InlineData("日最高≥37℃", 36.9, null, false)]
    [InlineData("日最高≥37℃", null, 38.0, false)]
    [InlineData("日最高>37℃", 37.0, null, false)]
    [InlineData("日最低≤-10℃", 2.0, -10.0, true)]
    [InlineData("日最低<-10℃", 2.0, -10.0, false)]
    public void A_forecast_meets_the_limit_or_not(string rule, double? highest, double? lowest, bool isMet)
    {
        Assert.True(CalendarUnderTest.Rules.TryRead(rule, out var read, out _));
        Assert.Equal(isMet, read.Weather!.IsMet((decimal?)highest, (decimal?)lowest));
    }

    [Theory]
    [InlineData("", RuleProblem.Empty, "")]
    [InlineData("从", RuleProblem.Empty, "")]
    [InlineData("等天热了再说吧", RuleProblem.UnknownDay, "等天热了再说吧")]
    [InlineData("处署", RuleProblem.MisspeltDay, "处署")]
    [InlineData("13月1日", RuleProblem.ImpossibleDay, "13月")]
    [InlineData("2月30日", RuleProblem.ImpossibleDay, "2月30日")]
    [InlineData("2027年2月29日", RuleProblem.ImpossibleDay, "2027年2月29日")]
    [InlineData("腊月三十一", RuleProblem.ImpossibleDay, "腊月三十一")]
    [InlineData("六月十五", RuleProblem.SolarOrLunar, "六月十五")]
    [InlineData("十月一", RuleProblem.SolarOrLunar, "十月一")]
    [InlineData("6月第二十四个工作日", RuleProblem.TooManyInMonth, "6月第二十四个工作日")]
    [InlineData("6月第六个星期一", RuleProblem.TooManyInMonth, "6月第六个星期一")]
    [InlineData("春节前", RuleProblem.HowLong, "春节前")]
    [InlineData("春节前几天", RuleProblem.HowLong, "春节前")]
    [InlineData("春节前两个月", RuleProblem.Months, "前两个月")]
    [InlineData("春节前半个月", RuleProblem.Months, "前半个月")]
    [InlineData("春节前500天", RuleProblem.OutOfRange, "前500天")]
    [InlineData("入伏起0天", RuleProblem.OutOfRange, "0天")]
    [InlineData("三伏前3天", RuleProblem.FromSpan, "三伏")]
    [InlineData("6月前10天", RuleProblem.FromSpan, "6月")]
    [InlineData("小暑到", RuleProblem.NoEnd, "小暑到")]
    [InlineData("小暑到那个时候", RuleProblem.UnknownDay, "那个时候")]
    [InlineData("入伏左右", RuleProblem.Rest, "左右")]
    [InlineData("日最高37℃", RuleProblem.WeatherComparison, "日最高37℃")]
    [InlineData("日最高≥很热", RuleProblem.WeatherDegrees, "日最高≥很热")]
    [InlineData("日最高≥370℃", RuleProblem.WeatherDegrees, "日最高≥370℃")]
    [InlineData("春节前二十天左右我们要到工地和小区走一走看一看把东西都送到大家手里一户也不能落下真的", RuleProblem.TooLong, "")]
    public void What_is_no_rule_is_told_what_is_wrong_and_where(string text, RuleProblem problem, string part)
    {
        Assert.False(CalendarUnderTest.Rules.TryRead(text, out _, out var fault));
        Assert.Equal((problem, part), (fault.Problem, fault.Part));
        Assert.DoesNotContain("{", CalendarUnderTest.Words.Of(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_is_answered_with_what_may_be_meant()
    {
        Assert.False(CalendarUnderTest.Rules.TryRead("小署到处暑", out _, out var fault));

        Assert.Equal("“小署到处暑”里没有认出日子，会不会是“小暑”？", CalendarUnderTest.Words.Of(fault));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_a_rule(string example) => Assert.True(CalendarUnderTest.Rules.TryRead(example, out _, out _));

    [Fact]
    public void Staff_see_three_years_from_the_first_that_is_not_over()
    {
        Assert.True(CalendarUnderTest.Rules.TryRead("小暑到处暑", out var rule, out _));

        Assert.Equal([2026, 2027, 2028], CalendarUnderTest.Rules.Coming(rule, CalendarUnderTest.Day("2026-08-23")).Select(y => y.Year));
        Assert.Equal([2027, 2028, 2029], CalendarUnderTest.Rules.Coming(rule, CalendarUnderTest.Day("2026-08-24")).Select(y => y.Year));
    }

    [Fact]
    public void A_first_and_a_last_day_make_a_window()
    {
        Assert.True(CalendarUnderTest.Rules.TryRead("12月1日起", out var first, out _));
        Assert.True(CalendarUnderTest.Rules.TryRead("正月十五止", out var last, out _));
        Assert.True(CalendarUnderTest.Rules.TryRead("日最高≥37℃", out var weather, out _));

        var window = CalendarUnderTest.Rules.In(WindowRule.Between(first, last), 2026).Dates.Single();
        Assert.Equal((CalendarUnderTest.Day("2026-12-01"), CalendarUnderTest.Day("2027-02-20")), (window.First, window.Last));
        Assert.Throws<ArgumentException>(() => WindowRule.Between(weather, last));
    }

    [Fact]
    public void Whatever_is_typed_is_a_rule_or_has_a_fault_with_words()
    {
        string[] pieces = [.. CalendarUnderTest.Words.Examples, "月", "第", "个工作日", "前", "后", "起", "止", "到", "至", "天", "3", "十", "闰", "正", "℃", "≥", "-", "每", "𠮷", " "];
        var texts = Gen.Elements(pieces).ListOf(5).Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text =>
            CalendarUnderTest.Rules.TryRead(text, out var rule, out var fault)
                ? CalendarUnderTest.Rules.In(rule, 2029) is { } year && (year.Gap is null) == (year.Dates.Count > 0)
                : CalendarUnderTest.Words.Of(fault).Length > 0).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Every_window_begins_in_its_year_and_ends_later()
    {
        var rules = CalendarUnderTest.Words.Examples.Where(text => CalendarUnderTest.Rules.TryRead(text, out var rule, out _) && rule.Weather is null).ToArray();

        Prop.ForAll(Gen.Elements(rules).ToArbitrary(), Gen.Choose(WindowRules.FirstYear, WindowRules.LastYear).ToArbitrary(), (text, year) =>
            CalendarUnderTest.Rules.TryRead(text, out var rule, out _)
            && CalendarUnderTest.Rules.In(rule, year).Dates.All(d => d.First.Year == year && d.First <= d.Last && d.Last.Year <= year + 1)).QuickCheckThrowOnFailure();
    }
}

using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Calendar;

/// <summary>Staff see by commands which days rules give, and what a day is.</summary>
public sealed class CalendarCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private OperatorConsole _commands = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _commands = OperatorConsole.On(_database);
    }

    public async Task DisposeAsync()
    {
        _commands.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_rule_is_shown_with_its_days_in_three_years()
    {
        var shown = await _commands.RunAsync("calendar", "rules", "入伏起40天", "闰五月初一", "--from", "2026");

        Assert.Equal(ExitCodes.Ok, shown.Code);
        Assert.Equal(
            """
            入伏起40天
                2026  2026-07-15 (三) … 2026-08-23 (日)
                2027  2027-07-20 (二) … 2027-08-28 (六)
                2028  2028-07-14 (五) … 2028-08-22 (二)
            闰五月初一
                2026  这一年没有这个闰月
                2027  这一年没有这个闰月
                2028  2028-06-23 (五)
            """,
            shown.Output);
    }

    [Fact]
    public async Task Workdays_are_provisional_until_the_schedule_of_their_year_is_imported()
    {
        Assert.Contains("2097-01-04 (五)  暂定：2097 年的放假安排还没有导入", (await RulesAsync("1月第三个工作日")).Output, StringComparison.Ordinal);
        var file = _commands.Write("2097.csv", "年份,类型,节日,开始日期,结束日期\n2097,放假,元旦,2097-01-01,2097-01-04\n2097,上班,,2097-01-05,\n");
        Assert.Contains("Imported: 2 new", (await _commands.RunAsync("import", "holidays", file)).Output, StringComparison.Ordinal);

        var known = (await RulesAsync("1月第三个工作日")).Output.Split('\n').Single(line => line.Contains("2097", StringComparison.Ordinal));
        Assert.EndsWith("2097-01-08 (二)", known, StringComparison.Ordinal);
        Assert.EndsWith("  worked", (await _commands.RunAsync("calendar", "day", "2097-01-05")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_rule_is_answered_with_what_would_be_right()
    {
        var shown = await _commands.RunAsync("calendar", "rules", "处署", "十月一");

        Assert.Equal(ExitCodes.Failed, shown.Code);
        Assert.Contains("会不会是“处暑”", shown.Output, StringComparison.Ordinal);
        Assert.Contains("“十月一”可能是公历，也可能是农历", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_rule_one_of_each_form_is_shown()
    {
        var shown = await _commands.RunAsync("calendar", "rules");

        Assert.Equal(ExitCodes.Ok, shown.Code);
        Assert.Contains("日最高≥37℃\n    没有固定的日子，导入天气预报以后才知道", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_tells_what_it_is()
    {
        Assert.Equal("2026-02-17 (二)  正月初一  春节  not worked", (await _commands.RunAsync("calendar", "day", "2026-02-17")).Output);
        Assert.Equal("2026-08-07 (五)  六月廿五  立秋  中伏  worked", (await _commands.RunAsync("calendar", "day", "2026-08-07")).Output);
    }

    private Task<OperatorConsole.Printed> RulesAsync(string rule) => _commands.RunAsync("calendar", "rules", rule, "--from", "2095");
}

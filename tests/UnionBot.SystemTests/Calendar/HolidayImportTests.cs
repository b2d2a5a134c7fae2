using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Calendar.Holidays;
using UnionBot.Core.Imports;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Messaging;

namespace UnionBot.SystemTests.Calendar;

/// <summary>The yearly schedule of days off comes in as a table and is in force for all who ask.</summary>
public sealed class HolidayImportTests : IAsyncLifetime
{
    private const string Headers = "年份,类型,节日,开始日期,结束日期,来源\n";

    private const string Invented = $"{Headers}2097,放假,元旦,2097-01-01,2097-01-03,通知\n2097,上班,,2097-01-05,,通知\n2097,放假,春节,2097-02-09,2097-02-15,通知\n";

    private TestDatabase _database = null!;
    private TestInbox _host = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _host = await TestInbox.StartAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_was_imported_is_in_force_for_all_who_ask()
    {
        var workdays = _host.Get<Workdays>();
        Assert.False(workdays.IsKnown(2097));
        Assert.Equal(new ImportCounts(3, 0, 0), (await ImportAsync(Invented)).Counts);
        await TakeUpAsync();

        Assert.True(workdays.IsKnown(2097));
        Assert.True(workdays.IsWorkday(Day("2097-01-05")));
        Assert.False(workdays.IsWorkday(Day("2097-02-15")));
        Assert.Equal("春节", workdays.HolidayOn(Day("2097-02-15")));
        Assert.True(_host.Get<HolidaySchedule>().Knows(2026));
    }

    [Fact]
    public async Task A_talk_knows_the_days_that_were_imported()
    {
        var understanding = _host.Get<CurrentUnderstanding>();
        var now = new DateTimeOffset(2031, 1, 20, 10, 0, 0, UnionCalendar.ChinaOffset);
        Assert.Null(understanding.Value.Interpreter.WhenIn("国庆后第一个工作日", now).When);

        Assert.True((await ImportAsync($"{Headers}2031,放假,国庆节,2031-10-01,2031-10-08,通知\n2031,上班,,2031-10-11,,通知\n")).IsGood);
        await TakeUpAsync();

        Assert.Equal(Day("2031-10-09"), understanding.Value.Interpreter.WhenIn("国庆后第一个工作日", now).When!.Date);
    }

    [Fact]
    public async Task A_later_file_takes_the_place_of_all_that_was_known_of_its_years()
    {
        await ImportAsync($"{Headers}2026,放假,元旦,2026-01-01,2026-01-05,更正\n");
        await TakeUpAsync();
        var schedule = _host.Get<HolidaySchedule>();
        Assert.False(schedule.IsWorkday(Day("2026-01-05")));
        Assert.True(schedule.IsWorkday(Day("2026-10-01")));

        Assert.Equal(new ImportCounts(1, 1, 0), (await ImportAsync($"{Headers}2026,放假,元旦,2026-01-01,2026-01-03,更正\n2026,放假,国庆节,2026-10-01,2026-10-07,更正\n")).Counts);
        await TakeUpAsync();
        Assert.True(schedule.IsWorkday(Day("2026-01-05")));
        Assert.False(schedule.IsWorkday(Day("2026-10-01")));
    }

    [Fact]
    public async Task A_dry_run_keeps_nothing()
    {
        Assert.Equal(3, (await ImportAsync(Invented, isDryRun: true)).Counts.Added);

        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM holiday_period"));
    }

    [Theory]
    [InlineData("1999,放假,元旦,2000-01-01,2000-01-03,", "Year")]
    [InlineData("2031,放假,元旦,2031-01-03,2031-01-01,", "Reversed")]
    [InlineData("2031,放假,元旦,2032-01-01,2032-01-03,", "YearOff")]
    [InlineData("2031,放假,,2031-01-01,2031-01-03,", "NeedsHolidays")]
    [InlineData("2031,上班,,2031-01-06,,", "WorkOnWeekday")]
    [InlineData("2031,放假,国庆节,2031-10-01,2031-10-31,", "TooLong")]
    [InlineData("2031,放假,元旦,2031-01-01,2031-01-03,\n2031,上班,,2031-01-05,,\n2031,放假,春节,2031-01-05,,", "Overlaps")]
    [InlineData("2031,上班,,2031-01-05,,", "NoBreak")]
    public async Task A_wrong_row_keeps_the_whole_file_out(string rows, string problem)
    {
        var outcome = await ImportAsync($"{Headers}{rows}\n");

        Assert.Equal(problem, outcome.Report.FirstFaults.Single().Reason.Problem.ToString());
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM holiday_period"));
    }

    [Fact]
    public async Task The_days_off_of_new_year_may_begin_in_the_year_before() =>
        Assert.True((await ImportAsync($"{Headers}2033,放假,元旦,2032-12-31,2033-01-02,\n")).IsGood);

    private async Task<ImportOutcome> ImportAsync(string csv, bool isDryRun = false)
    {
        using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "放假安排.csv");
        await using var scope = _host.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HolidayImport>().RunAsync(file, new ImportRequest(AuditActor.System, isDryRun), CancellationToken.None);
    }

    private Task TakeUpAsync() => _host.Get<ImportedHolidays>().TakeUpAsync(CancellationToken.None);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}

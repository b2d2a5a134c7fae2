using System.Globalization;
using System.Text;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Imports;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Weather;
using UnionBot.Services.Campaigns.Weather.Importing;
using UnionBot.SystemTests.Cases;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Messaging;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>Forecasts come in as tables; who works outdoors is told of a hot day once, after a named person released it. It is Sunday, 18 July 2027.</summary>
public sealed class WeatherTests : IAsyncLifetime
{
    private const string Lixia = "370102";
    private const string Jinan = "370100";

    private static readonly DateOnly Today = new(2027, 7, 18);

    private TestDatabase _database = null!;
    private UnionOffice _office = null!;
    private long _staff;
    private long _members = 500;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        await RegionFiles.LoadAsync(_database.Source, CancellationToken.None);
        await _database.ExecuteAsync(
            """
            INSERT INTO organisation (id, parent_id, path, name, level, region_code) VALUES
              (1, NULL, '1.', '济南市总工会', 2, '370100'), (2, 1, '1.2.', '历下区总工会', 3, '370102'), (3, 1, '1.3.', '市中区总工会', 3, '370103')
            """);
        _office = await UnionOffice.OpenAsync(_database);
        ItIs("09:00");
        _staff = await _office.StaffAsync("陈静");
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Who_works_outdoors_in_the_district_is_told_once_after_it_was_released()
    {
        await MemberAsync("rider", 2, "外卖配送员");
        await MemberAsync("clerk", 2);
        await MemberAsync("elsewhere", 3, "外卖配送员");
        await MemberAsync("tester", 2, "外卖配送员", "测试账号");
        await MemberAsync("silent", 2, "环卫工人");
        await _office.SaysAsync("silent", "退订通知");
        await MemberAsync("gone", 2, "环卫工人");
        await _office.UnfollowsAsync("gone");
        Assert.True((await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,37.5\n济南市市中区,2027-07-18,38\n")).IsGood);

        Assert.Equal(0, (await JobAsync()).Done);
        Assert.Null(await ReleaseAsync(Lixia));
        Assert.Equal(1, (await JobAsync()).Done);
        Assert.Equal(0, (await JobAsync()).Done);

        var told = Assert.Single(await _office.ToldAsync("rider"));
        Assert.StartsWith("历下区今天预报最高 37.5℃。\n今天室外露天作业不超过 5 小时，11 点到 16 点停工。", told, StringComparison.Ordinal);
        foreach (var other in new[] { "clerk", "elsewhere", "tester", "silent", "gone" }) Assert.Empty(await _office.ToldAsync(other));
        Assert.Equal(WeatherRefusal.Sent, await ReleaseAsync(Lixia));
        Assert.Equal((WeatherState.Told, 1), (await DayAsync(Lixia) is var day ? day.State : default, day.People));
        Assert.Equal($"weather/{Lixia}/2027-07-18", await _database.ScalarAsync<string>("SELECT subject FROM audit_entry WHERE action = 'weather/released'"));
    }

    [Fact]
    public async Task What_the_notice_tells_people_to_type_is_answered()
    {
        await MemberAsync("rider", 2, "外卖配送员");

        Assert.Contains("爱心驿站", await _office.SaysAsync("rider", "驿站"), StringComparison.Ordinal);
        Assert.Contains("活动通知", await _office.SaysAsync("rider", "退订"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_belongs_to_two_places_hears_of_a_day_once()
    {
        await MemberAsync("rider", 2, "快递员");
        await ImportAsync("区县,日期,最高气温\n370102,2027-07-18,36\n济南市,2027-07-18,41\n");
        Assert.Null(await ReleaseAsync(Lixia));
        Assert.Null(await ReleaseAsync(Jinan));

        Assert.Equal(1, (await JobAsync()).Done);

        Assert.Single(await _office.ToldAsync("rider"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM weather_release WHERE sent_at IS NULL"));
    }

    [Fact]
    public async Task What_a_host_that_died_had_written_is_not_written_again()
    {
        await MemberAsync("rider", 2, "快递员");
        await MemberAsync("sweeper", 2, "环卫工人");
        await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,37\n");
        await ReleaseAsync(Lixia);
        await JobAsync();
        await _database.ExecuteAsync("UPDATE weather_release SET sent_at = NULL");

        Assert.Equal(0, (await JobAsync()).Done);

        Assert.Single(await _office.ToldAsync("rider"));
        Assert.Equal(2, (await DayAsync(Lixia)).People);
    }

    [Fact]
    public async Task A_release_counts_under_the_forecast_that_was_looked_at()
    {
        await MemberAsync("rider", 2, "快递员");
        await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,36\n");
        await ReleaseAsync(Lixia);
        await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,40.2\n");

        Assert.Equal((0, 1), (await JobAsync() is var report ? report.Done : -1, report.Skipped));
        Assert.Equal(WeatherState.Overtaken, (await DayAsync(Lixia)).State);
        Assert.Null(await ReleaseAsync(Lixia));
        Assert.Equal(1, (await JobAsync()).Done);
        Assert.Contains("今天应停止室外露天作业", Assert.Single(await _office.ToldAsync("rider")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("05:50", 0)]
    [InlineData("06:00", 1)]
    [InlineData("16:59", 1)]
    [InlineData("17:00", 0)]
    public async Task It_is_told_between_six_and_five(string time, int told)
    {
        await MemberAsync("rider", 2, "快递员");
        await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,36\n");
        await ReleaseAsync(Lixia);
        ItIs(time);

        Assert.Equal(told, (await JobAsync()).Done);
    }

    [Fact]
    public async Task A_release_can_be_taken_back_before_it_is_told_and_a_day_like_others_has_none()
    {
        await MemberAsync("rider", 2, "快递员");
        await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,36\n历下区,2027-07-19,30\n");
        Assert.Equal(WeatherRefusal.NoForecast, await ReleaseAsync(Jinan));
        Assert.Equal(WeatherRefusal.NoLimit, await ReleaseAsync(Lixia, Today.AddDays(1)));
        Assert.Equal(WeatherRefusal.Over, await ReleaseAsync(Lixia, Today.AddDays(-1)));
        Assert.Null(await ReleaseAsync(Lixia));

        Assert.Null(await WithdrawAsync(Lixia));
        Assert.Equal(WeatherRefusal.NotReleased, await WithdrawAsync(Lixia));
        Assert.Equal(0, (await JobAsync()).Done);
    }

    [Fact]
    public async Task Approvers_are_told_morning_and_evening_of_what_nobody_has_released()
    {
        await _office.StaffAsync("赵敏");
        await _database.ExecuteAsync("INSERT INTO staff_role (staff_id, kind) VALUES ($1, 1)", _staff);
        await ImportAsync("区县,日期,最高气温\n历下区,2027-07-18,36\n济南市市中区,2027-07-18,36\n历下区,2027-07-19,38\n历下区,2027-07-20,41\n");
        var morning = UtcAt("07:40");

        Assert.Equal(1, (await AskAsync(morning)).Done);
        Assert.Equal(0, (await AskAsync(morning)).Done);
        Assert.Contains("7月18日(周日) 日最高≥35℃：历下区、市中区\n7月19日(周一) 日最高≥37℃：历下区\n请", (await _office.ToldAsync("陈静"))[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(await _office.ToldAsync("赵敏"), told => told.Contains("高温", StringComparison.Ordinal));

        Assert.Null(await ReleaseAsync(Lixia));
        Assert.Null(await ReleaseAsync("370103"));
        Assert.Null(await ReleaseAsync(Lixia, Today.AddDays(1)));
        Assert.Equal(0, (await AskAsync(UtcAt("18:40"))).Done);
    }

    [Fact]
    public async Task A_forecast_comes_as_CSV_or_JSON_and_names_what_waits_for_a_release()
    {
        var dry = await ImportAsync("区县,日期,最高气温,最低气温,来源\n历下区,2027-07-18,37℃,26,济南市气象台\n历下区,2027-07-19,34,25,济南市气象台\n", isDryRun: true);
        Assert.Equal(2, dry.Counts.Added);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM weather_forecast"));
        Assert.Equal(["2027-07-18 历下区 日最高≥37℃"], dry.Report.Notices.Single(n => n.Kind is ImportNoticeKind.WeatherToRelease).Names);

        var json = await ImportAsync("{\"adcode\":\"370102\",\"date\":\"2027-07-18\",\"max\":37,\"min\":26.5}\n{\"adcode\":\"370103\",\"date\":\"2027-07-18\",\"max\":\"36.4\"}\n");
        Assert.Equal(new ImportCounts(2, 0, 0), json.Counts);
        Assert.Equal(new ImportCounts(0, 1, 1), (await ImportAsync("{\"adcode\":\"370102\",\"date\":\"2027-07-18\",\"max\":37,\"min\":26.5}\n{\"adcode\":\"370103\",\"date\":\"2027-07-18\",\"max\":33}\n")).Counts);
        Assert.Equal(26.5m, await _database.ScalarAsync<decimal>("SELECT lowest FROM weather_forecast WHERE region_code = '370102'"));
    }

    [Theory]
    [InlineData("市中区,2027-07-18,37,", "RegionAmbiguous")]
    [InlineData("山东省,2027-07-18,37,", "RegionTooWide")]
    [InlineData("没有区,2027-07-18,37,", "RegionUnknown")]
    [InlineData("历下区,2027-07-17,37,", "Over")]
    [InlineData("历下区,2028-07-17,37,", "DayRange")]
    [InlineData("历下区,2027-07-18,很热,", "Degrees")]
    [InlineData("历下区,2027-07-18,370,", "Degrees")]
    [InlineData("历下区,2027-07-18,,", "NoDegrees")]
    [InlineData("历下区,2027-07-18,20,25", "Reversed")]
    [InlineData("历下区,2027-07-18,37,\n370102,2027-07-18,38,", "Twice")]
    public async Task A_wrong_row_keeps_the_whole_file_out(string rows, string problem)
    {
        var outcome = await ImportAsync($"区县,日期,最高气温,最低气温\n{rows}\n");

        Assert.Equal(problem, outcome.Report.FirstFaults.Single().Reason.Problem.ToString());
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM weather_forecast"));
    }

    [Fact]
    public async Task Staff_see_and_release_by_commands()
    {
        using var commands = OperatorConsole.On(_database, TestInbox.KeySetting);
        var tomorrow = UnionCalendar.DayOf(TimeProvider.System.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var file = commands.Write("forecast.csv", $"区县,日期,最高气温\n历下区,{tomorrow},38\n");
        Assert.Contains("Imported: 1 new", (await commands.RunAsync("import", "weather", file)).Output, StringComparison.Ordinal);

        Assert.Contains("not released: nobody is told", (await commands.RunAsync("weather", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("release is done", (await commands.RunAsync("weather", "release", "历下区", tomorrow, "--as", $"{_staff}")).Output, StringComparison.Ordinal);
        Assert.Contains($"released by staff {_staff}", (await commands.RunAsync("weather", "list")).Output, StringComparison.Ordinal);
        Assert.NotEqual(0, (await commands.RunAsync("weather", "release", "市中区", tomorrow, "--as", $"{_staff}")).Code);
        Assert.Contains("withdraw is done", (await commands.RunAsync("weather", "withdraw", "370102", tomorrow, "--as", $"{_staff}")).Output, StringComparison.Ordinal);
    }

    private void ItIs(string time) => _office.Clock.Offset = UtcAt(time) - TimeProvider.System.GetUtcNow();

    private static DateTimeOffset UtcAt(string time) =>
        new DateTimeOffset(Today, TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset).ToUniversalTime();

    private async Task MemberAsync(string address, long organisation, params string[] tags)
    {
        await _office.SaysAsync(address, "你好");
        var (person, id) = (await _office.PersonAsync(address), ++_members);
        Assert.True(MobileNumber.TryParse($"13800000{id}", out var phone));
        var identity = await _office.AsAsync<MemberCiphers, SealedIdentity>(ciphers => Task.FromResult(ciphers.Seal(id, "王秀英", phone, idNumber: null)));
        await using var db = _database.Open();
        db.Add(new Member(id, organisation, identity, $"M{id}", null, MemberStatus.Active));
        await db.SaveChangesAsync();
        await _database.ExecuteAsync("UPDATE member SET person_id = $1, bound_at = now() WHERE id = $2", person.Value, id);
        foreach (var tag in tags) await _database.ExecuteAsync("INSERT INTO member_tag (member_id, tag) VALUES ($1, $2)", id, tag);
    }

    private async Task<ImportOutcome> ImportAsync(string text, bool isDryRun = false)
    {
        using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), "天气");
        return await _office.AsAsync<ForecastImport, ImportOutcome>(import => import.RunAsync(file, new ImportRequest(AuditActor.System, isDryRun), CancellationToken.None));
    }

    private Task<WeatherRefusal?> ReleaseAsync(string region, DateOnly? day = null) =>
        _office.AsAsync<WeatherDesk, WeatherRefusal?>(desk => desk.ReleaseAsync(region, day ?? Today, _staff, "高温", CancellationToken.None));

    private Task<WeatherRefusal?> WithdrawAsync(string region) =>
        _office.AsAsync<WeatherDesk, WeatherRefusal?>(desk => desk.WithdrawAsync(region, Today, _staff, null, CancellationToken.None));

    private async Task<WeatherDay> DayAsync(string region) =>
        (await _office.AsAsync<WeatherDesk, IReadOnlyList<WeatherDay>>(desk => desk.ListAsync(CancellationToken.None))).Single(day => day.RegionCode == region);

    private Task<JobReport> AskAsync(DateTimeOffset due) => _office.AsAsync<AskForRelease, JobReport>(job => job.RunAsync(due, CancellationToken.None));

    private Task<JobReport> JobAsync() => _office.AsAsync<SendWeatherNotices, JobReport>(job => job.RunAsync(_office.Now, CancellationToken.None));
}

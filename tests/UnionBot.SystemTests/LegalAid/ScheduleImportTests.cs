using System.Text;
using UnionBot.Core.Audit;
using UnionBot.Core.Imports;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Fairs;
using UnionBot.Services.LegalAid.Schedule;
using UnionBot.Services.LegalAid.Schedule.Importing;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Commands.Seed;

namespace UnionBot.SystemTests.LegalAid;

/// <summary>Sites, lawyers, rota and single days come in as tables.</summary>
public sealed class ScheduleImportTests : IAsyncLifetime
{
    private const string Lawyers = "姓名,律所,专长,性别,方言,手语,新业态团,方式,服务单位\n";
    private const string Rota = "律师,律所,星期,开始,结束,地点,方式,从\n";
    private const string Days = "类型,律师,地点,日期,结束日期,开始,结束,原因\n";

    private TestDatabase _database = null!;
    private LegalOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await LegalOffice.OpenAsync(_database);
        Assert.True((await SitesAsync("地点,地址,行政区划代码,房间数\n职工服务中心,历山路 1 号,370102,2\n")).IsGood);
        Assert.True((await LawyersAsync($"{Lawyers}周静,泉城所,工伤、欠薪,女,济南话,会,否,都可以,济南鑫源机械有限公司\n")).IsGood);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task What_the_lists_say_can_be_booked()
    {
        var outcome = await RotaAsync($"{Rota}周静,泉城所,周一、周五,8:30,11:30,职工服务中心,都可以,2026-01-01\n周静,,周五,14:00,17:00,,电话,2026-01-01\n");
        Assert.True(outcome.IsGood, string.Join('\n', outcome.Report.FirstFaults));
        await DaysAsync($"{Days}请假,周静,,2026-01-16,,9:00,10:00,培训\n加班,周静,职工服务中心,2026-01-17,,9:00,10:00,\n闭馆,,职工服务中心,2026-01-19,,,,停电\n");

        Assert.Equal("10:00 14:00 14:40 15:20", await _office.FreeOnAsync("01-16"));
        Assert.Equal("09:00", await _office.FreeOnAsync("01-17"));
        Assert.Equal("", await _office.FreeOnAsync("01-19", new SlotWish { Modes = ConsultationModes.OnSite }));
        var slot = (await _office.FindAsync(new SlotWish { Woman = true, Signs = true, Dialect = "济南话", Topic = "work_injury" }))[0];
        Assert.Equal(("周静", true), (slot.Lawyer, slot.IsWoman));
        Assert.Equal(1L, await _database.ScalarAsync<long>(
            "SELECT count(*) FROM legal_served_employer WHERE employer_hash = $1", await _office.Union.AsAsync<LegalAidCiphers, byte[]>(c => Task.FromResult(c.EmployerHash("鑫源机械")))));
    }

    [Fact]
    public async Task A_list_says_whose_lawyers_and_sites_they_are_and_leaves_that_when_it_says_nothing()
    {
        await _database.ExecuteAsync("INSERT INTO organisation (id, path, name, level, region_code) VALUES (2, '2.', '历下区总工会', 3, '370102')");
        Assert.True((await LawyersAsync("姓名,律所,性别,所属工会\n周静,泉城所,女,历下区总工会\n李明,泉城所,男,\n")).IsGood);
        Assert.True((await SitesAsync("地点,地址,行政区划代码,房间数,所属工会\n职工服务中心,历山路 1 号,370102,2,历下区总工会\n")).IsGood);
        Assert.False((await LawyersAsync("姓名,律所,性别,所属工会\n周静,泉城所,女,没有的工会\n")).IsGood);

        Assert.True((await LawyersAsync("姓名,律所,性别\n周静,泉城所,女\n李明,泉城所,男\n")).IsGood);
        Assert.True((await SitesAsync("地点,地址,行政区划代码,房间数\n职工服务中心,历山路 1 号,370102,3\n")).IsGood);

        Assert.Equal("2,0", await _database.ScalarAsync<string>("SELECT string_agg(coalesce(organisation_id, 0)::text, ',' ORDER BY id) FROM legal_lawyer"));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT organisation_id FROM legal_site"));
        Assert.True((await LawyersAsync("姓名,律所,性别,所属工会\n周静,泉城所,女,\n")).IsGood);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(organisation_id) FROM legal_lawyer"));
    }

    [Fact]
    public async Task A_list_of_job_fairs_says_which_lawyer_is_there()
    {
        const string Fairs = "招聘会,日期,地点,律师\n";
        var first = await FairsAsync(Fairs + "春风招聘会,2026-01-20,站前广场,周静\n园区招聘会,2026-01-21,,\n");
        var second = await FairsAsync(Fairs + "春风招聘会,2026-01-20,站前广场,\n园区招聘会,2026-01-21,,\n");

        Assert.Equal((new ImportCounts(2, 0, 0), new ImportCounts(0, 1, 1)), (first.Counts, second.Counts));
        Assert.False((await FairsAsync(Fairs + "春风招聘会,2026-01-20,,没有的律师\n")).IsGood);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(lawyer_id) FROM legal_fair"));
    }

    [Fact]
    public async Task A_second_list_changes_what_it_names_and_a_dry_run_nothing()
    {
        Assert.Equal(new ImportCounts(0, 1, 0), (await LawyersAsync($"{Lawyers}周静,泉城所,工伤,女,,否,是,电话,\n")).Counts);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_served_employer"));
        Assert.Equal(new ImportCounts(2, 0, 0), (await RotaAsync($"{Rota}周静,泉城所,周一、周二,8:30,11:30,,电话,2026-01-01\n")).Counts);
        Assert.Equal(new ImportCounts(1, 1, 1), (await RotaAsync($"{Rota}周静,泉城所,周一、周三,8:30,11:30,,电话,2026-01-01\n")).Counts);
        Assert.Equal(1, (await RotaAsync($"{Rota}周静,泉城所,周四,8:30,11:30,,电话,2026-01-01\n", isDryRun: true)).Counts.Added);
        Assert.Equal("1,3", string.Join(",", await _database.ScalarAsync<short[]>("SELECT array_agg(weekday ORDER BY weekday) FROM legal_rota_block")));
    }

    [Fact]
    public async Task A_list_that_says_nothing_of_employers_leaves_those_that_are_kept()
    {
        Assert.True((await LawyersAsync("姓名,律所,专长,性别\n周静,泉城所,工伤,女\n李明,泉城所,欠薪,男\n")).IsGood);

        Assert.Equal(1L, await _database.ScalarAsync<long>(
            "SELECT count(*) FROM legal_served_employer WHERE employer_hash = $1", await _office.Union.AsAsync<LegalAidCiphers, byte[]>(c => Task.FromResult(c.EmployerHash("鑫源机械")))));
        Assert.Equal(2L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_lawyer"));
    }

    [Theory]
    [InlineData("钱律师,,周一,8:30,11:30,,电话,", "LawyerUnknown")]
    [InlineData("周静,别的所,周一,8:30,11:30,,电话,", "LawyerUnknown")]
    [InlineData("周静,,周一,11:30,8:30,,电话,", "Reversed")]
    [InlineData("周静,,周一,8:30,11:30,,到场,", "NeedsSite")]
    [InlineData("周静,,周一,8:30,11:30,没有的地点,到场,", "SiteUnknown")]
    [InlineData("周静,,周一,早上,11:30,,电话,", "Clock")]
    [InlineData("周静,,礼拜一,8:30,11:30,,电话,", "NotOneOf")]
    [InlineData("周静,,周一,8:30,11:30,,电话,\n周静,,周一,11:00,12:00,,电话,", "BlocksMeet")]
    public async Task A_row_that_cannot_be_kept_is_named_and_nothing_is_kept(string rows, string problem)
    {
        var outcome = await RotaAsync($"{Rota}{rows}\n");

        Assert.Equal(problem, Assert.Single(outcome.Report.FirstFaults).Reason.Problem.ToString());
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_rota_block"));
    }

    [Fact]
    public async Task What_a_demo_invents_is_taken_in_and_marked()
    {
        Assert.True((await SitesAsync(string.Join('\n', InventedLegalAid.SiteLines()) + "\n")).IsGood);
        Assert.True((await LawyersAsync(string.Join('\n', InventedLegalAid.LawyerLines()) + "\n")).IsGood);
        var rota = await RotaAsync(string.Join('\n', InventedLegalAid.RotaLines()) + "\n");

        Assert.True(rota.IsGood, string.Join('\n', rota.Report.FirstFaults));
        Assert.Equal(6L, await _database.ScalarAsync<long>("SELECT count(*) FROM legal_lawyer WHERE is_demo"));
        Assert.NotEmpty(await _office.FindAsync(new SlotWish { Modes = ConsultationModes.OnSite, Woman = true }));
    }

    private Task<ImportOutcome> SitesAsync(string text) => ImportAsync<SiteImport>(text, (import, file, request) => import.RunAsync(file, request, CancellationToken.None));

    private Task<ImportOutcome> LawyersAsync(string text) => ImportAsync<LawyerImport>(text, (import, file, request) => import.RunAsync(file, request, CancellationToken.None));

    private Task<ImportOutcome> FairsAsync(string text) => ImportAsync<FairImport>(text, (import, file, request) => import.RunAsync(file, request, CancellationToken.None));

    private Task<ImportOutcome> RotaAsync(string text, bool isDryRun = false) =>
        ImportAsync<RotaImport>(text, (import, file, request) => import.RunAsync(file, request, CancellationToken.None), isDryRun);

    private async Task DaysAsync(string text)
    {
        var outcome = await ImportAsync<DayImport>(text, (import, file, request) => import.RunAsync(file, request, CancellationToken.None));
        Assert.True(outcome.IsGood, string.Join('\n', outcome.Report.FirstFaults));
    }

    private async Task<ImportOutcome> ImportAsync<T>(string text, Func<T, ImportFile, ImportRequest, Task<ImportOutcome>> run, bool isDryRun = false)
        where T : notnull
    {
        using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), "表.csv");
        return await _office.Union.AsAsync<T, ImportOutcome>(import => run(import, file, new ImportRequest(AuditActor.System, isDryRun)));
    }
}

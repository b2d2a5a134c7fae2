using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Imports;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Vacancies;

public sealed class VacancyImportTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private VacancyOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await VacancyOffice.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_row_becomes_a_vacancy_that_waits_for_review()
    {
        var outcome = await _office.ImportAsync(Row("3600-3900元/月", "白班 7-16点", "管午饭，交五险"));

        Assert.Equal(new ImportCounts(1, 0, 0), outcome.Counts);
        var vacancy = await _office.OnlyAsync();
        Assert.Equal((VacancyState.Waiting, VacancyDoubts.NoLicence), (vacancy.State, vacancy.Flags));
        Assert.Equal(("保洁员", "370102", "解放路"), (vacancy.Title, vacancy.RegionCode, vacancy.Street));
        Assert.Equal((PayUnit.Month, (long?)3600_00, (long?)3900_00), (vacancy.PayUnit, vacancy.PayMinFen, vacancy.PayMaxFen));
        Assert.Equal(VacancyTraits.Day | VacancyTraits.Board | VacancyTraits.SocialInsurance, vacancy.Traits);
    }

    [Fact]
    public async Task The_contact_is_kept_encrypted_only()
    {
        await _office.ImportAsync(Row("3600"));

        var vacancy = await _office.OnlyAsync();
        Assert.DoesNotContain("13800001111", System.Text.Encoding.Latin1.GetString(vacancy.ContactPhone), StringComparison.Ordinal);
        var open = await _office.Union.AsAsync<VacancyCiphers, string>(ciphers => Task.FromResult(
            $"{ciphers.OpenName(vacancy)} {ciphers.OpenPhone(vacancy)}"));
        Assert.Equal("李经理 13800001111", open);
    }

    [Fact]
    public async Task The_same_employer_title_and_phone_are_one_vacancy_whatever_list_it_comes_from()
    {
        var outcome = await _office.ImportAsync(Row("3600"), Row("3600", source: "招聘会"), Row("3600", source: "街道推荐"));
        var again = await _office.ImportAsync(Row("3600", source: "又一网站"));

        Assert.Equal(new ImportCounts(1, 2, 0), outcome.Counts);
        Assert.Equal(new ImportCounts(0, 1, 0), again.Counts);
        Assert.Equal(["网站", "招聘会", "街道推荐", "又一网站"], (await _office.OnlyAsync()).Sources);
    }

    [Fact]
    public async Task Another_phone_or_title_is_another_vacancy()
    {
        await _office.ImportAsync(Row("3600"), Row("3600", phone: "0531-82345678"), Row("3600", title: "保洁班长"));

        Assert.Equal(3, (await _office.AllAsync()).Count);
        Assert.Equal(1, await _office.Union.ReadsAsync(db => db.Set<Employer>().CountAsync()));
    }

    [Fact]
    public async Task What_says_nothing_new_stays_verified_and_what_does_waits_again()
    {
        await _office.ImportAsync(Row("3600"));
        await _office.ApproveAllAsync();

        Assert.Equal(new ImportCounts(0, 0, 1), (await _office.ImportAsync(Row("3600"), "")).Counts);
        Assert.Equal(VacancyState.Approved, (await _office.OnlyAsync()).State);

        Assert.Equal(new ImportCounts(0, 1, 0), (await _office.ImportAsync(Row("2900"))).Counts);
        Assert.Equal(VacancyState.Waiting, (await _office.OnlyAsync()).State);
    }

    [Fact]
    public async Task A_dry_run_counts_and_keeps_nothing()
    {
        var outcome = await _office.ImportAsync(isDryRun: true, Row("3600"));

        Assert.Equal(1, outcome.Counts.Added);
        Assert.Empty(await _office.AllAsync());
        Assert.Equal(0, await _office.Union.ReadsAsync(db => db.Set<Employer>().CountAsync()));
    }

    [Fact]
    public async Task One_bad_row_keeps_the_file_out_and_every_fault_is_named()
    {
        var outcome = await _office.ImportAsync(
            Row("3600"), Row("优厚"), Row("3600", phone: "微信同号"), Row("3600", district: "市中区"), Row("3600", district: "火星区"));

        Assert.Equal(
            [
                new ImportFault(3, "工资", VacancyProblem.Pay),
                new ImportFault(4, "联系电话", VacancyProblem.Phone),
                new ImportFault(5, "区县", VacancyProblem.RegionAmbiguous),
                new ImportFault(6, "区县", VacancyProblem.Region),
            ],
            outcome.Report.FirstFaults);
        Assert.Empty(await _office.AllAsync());
    }

    [Fact]
    public async Task A_place_is_known_by_every_usual_name()
    {
        await _office.ImportAsync(
            Row("3600", title: "一", district: "历下"), Row("3600", title: "二", district: "济南市市中区"),
            Row("3600", title: "三", district: "370902"), Row("3600", title: "四", district: "济南高新区", street: ""),
            Row("3600", title: "五", district: "章丘"));

        Assert.Equal(
            ["370102 解放路", "370103 解放路", "370902 解放路", "370100 高新区", "370114 解放路"],
            (await _office.AllAsync()).Select(v => $"{v.RegionCode} {v.Street}"));
    }

    [Fact]
    public async Task Json_lines_are_a_list_like_any_other()
    {
        var outcome = await _office.ImportAsync(
            $$"""{"employer":"泉城保洁有限公司","title":"保洁员","district":"历下区","pay_min":3600,"pay_max":3900,"board":true,"phone":"13800001111","valid_until":"{{_office.InAMonth}}","latitude":36.6612,"longitude":117.0451}""");

        Assert.True(outcome.IsGood, string.Join('\n', outcome.Report.FirstFaults));
        var vacancy = await _office.OnlyAsync();
        Assert.Equal((36.6612, 117.0451), (vacancy.Latitude, vacancy.Longitude));
        Assert.True(vacancy.Traits.HasFlag(VacancyTraits.Board));
    }

    [Fact]
    public async Task Pay_far_above_what_the_trade_pays_is_flagged()
    {
        await _office.ImportAsync([.. Enumerable.Range(1, 5).Select(n => Row("4000", title: $"保洁员{n}")), Row("9800-12000", title: "保洁员高薪")]);

        var flagged = (await _office.AllAsync()).Where(v => v.Flags.HasFlag(VacancyDoubts.PayTooHigh));
        Assert.Equal("保洁员高薪", Assert.Single(flagged).Title);
    }

    [Fact]
    public async Task Fees_that_the_text_admits_are_flagged()
    {
        await _office.ImportAsync(Row("3600", duties: "入职先交服装费300元"));

        Assert.True((await _office.OnlyAsync()).Flags.HasFlag(VacancyDoubts.Fee));
    }

    private string Row(
        string pay,
        string hours = "",
        string benefits = "",
        string title = "保洁员",
        string district = "历下区",
        string street = "解放路",
        string duties = "",
        string phone = "13800001111",
        string source = "网站") =>
        $"泉城保洁有限公司,{title},保洁,{district},{street},{pay},{hours},{benefits},{duties},2,李经理,{phone},{_office.InAMonth},{source}";
}

using System.Text;
using UnionBot.Core.Imports;
using UnionBot.Services.Campaigns.Households;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>Households and work sites come in as tables; the same person in two lists is one.</summary>
public sealed class HouseholdImportTests : IAsyncLifetime
{
    private const string Wang = "370102197001011232";

    private TestDatabase _database = null!;
    private CampaignOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await CampaignOffice.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_in_two_lists_is_one_person_with_both_labels()
    {
        Assert.Equal(new ImportCounts(1, 0, 0), await GoodAsync($"历下区总工会,LX-1,王建国,{Wang},13900000001,户主,,370102,,历山路 1 号,3,深度困难,,在档"));
        Assert.Equal(new ImportCounts(0, 1, 0), await GoodAsync($"历下区总工会,,王建国,{Wang},,,,370102,,,,,劳模,"));
        Assert.Equal(new ImportCounts(0, 0, 1), await GoodAsync($"历下区总工会,,王建国,{Wang},,,,370102,,,,,劳动模范,"));

        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM household"));
        Assert.Equal((int)(VisitLabels.Hardship | VisitLabels.ModelWorker), await _database.ScalarAsync<int>("SELECT labels FROM household_person"));
        Assert.Equal((3, (short)HardshipClass.Deep), (await _database.ScalarAsync<short>("SELECT people FROM household"), await _database.ScalarAsync<short>("SELECT class FROM household")));
    }

    [Fact]
    public async Task Two_members_of_one_household_are_visited_together()
    {
        await GoodAsync(
            $"历下区总工会,,王建国,{Wang},13900000001,户主,,370102,,历山路 1 号,3,深度困难,,",
            $"历下区总工会,,刘芳,,13900000002,配偶,{Wang},370102,,,,,农民工,");

        Assert.Equal((1L, 2L), (await _database.ScalarAsync<long>("SELECT count(*) FROM household"), await _database.ScalarAsync<long>("SELECT count(*) FROM household_person")));
        Assert.Equal(1L, await _database.ScalarAsync<long>("SELECT count(*) FROM household_person WHERE is_head"));
    }

    [Theory]
    [InlineData("历下区总工会,,王建国,,,,,370102,,,,深度困难,,", "Unfindable")]
    [InlineData("历下区总工会,,王建国,,13900000001,,,370102,,,,,,", "NoLabel")]
    [InlineData("历下区总工会,,刘芳,,13900000002,配偶,11010519491231002X,370102,,,,,农民工,", "HeadUnknown")]
    [InlineData("历下区总工会,,王建国,,13900000001,,,999999,,,,深度困难,,", "RegionUnknown")]
    [InlineData("没有的工会,,王建国,,13900000001,,,370102,,,,深度困难,,", "UnionUnknown")]
    [InlineData("历下区总工会,,王建国,,13900000001,,,370102,,,八口,深度困难,,", "People")]
    public async Task A_bad_row_keeps_the_whole_list_out(string line, string problem)
    {
        var outcome = await _office.HouseholdsAsync("历下区总工会,LX-9,好的,,13900000009,,,370102,,,2,相对困难,,", line);

        Assert.Equal(problem, Assert.Single(outcome.Report.FirstFaults).Reason.Problem.ToString());
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM household"));
    }

    [Fact]
    public async Task Nothing_that_identifies_somebody_is_kept_in_clear()
    {
        await GoodAsync($"历下区总工会,LX-1,王建国,{Wang},13900000001,户主,,370102,,历山路 1 号,3,深度困难,,");
        await _office.SitesAsync("历下区总工会,奥体工地,工地,370102,经十路 1 号,80,李工,13900000003,");

        var kept = await _database.ScalarAsync<string>(
            "SELECT string_agg(t, ' ') FROM (SELECT h::text AS t FROM household h UNION ALL SELECT p::text FROM household_person p UNION ALL SELECT s::text FROM work_site s) AS kept");
        foreach (var secret in new[] { "王建国", Wang, "13900000001", "历山路 1 号", "李工", "13900000003" })
        {
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
            Assert.DoesNotContain(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret)), kept, StringComparison.Ordinal);
        }
    }

    private async Task<ImportCounts> GoodAsync(params string[] lines)
    {
        var outcome = await _office.HouseholdsAsync(lines);
        Assert.True(outcome.IsGood, string.Join('\n', outcome.Report.FirstFaults));
        return outcome.Counts;
    }
}

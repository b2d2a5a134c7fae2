using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Imports;

public sealed class OrganisationImportTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private ImportCity _city = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _city = await ImportCity.CreateAsync(_database);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task All_regions_of_Shandong_are_loaded_and_loading_again_changes_nothing()
    {
        using var file = ImportFile.Open(Path.Combine(RegionFiles.Folder, "shandong.csv"));

        Assert.Equal(0, await RegionTable.LoadAsync(_database.Source, file, CancellationToken.None));
        Assert.Equal(153L, await _database.ScalarAsync<long>("SELECT count(*) FROM region"));
        Assert.Equal("济南市", await _database.ScalarAsync<string>(
            "SELECT p.name FROM region AS r JOIN region AS p ON p.code = r.parent_code WHERE r.code = '370103'"));
    }

    [Fact]
    public async Task The_tree_stands_as_the_file_says()
    {
        await using var db = _database.Open();
        var all = await db.Set<Organisation>().ToListAsync();
        var province = all.Single(o => o.Name == "山东省总工会");
        var city = all.Single(o => o.Name == "济南市总工会");

        Assert.Equal(5, all.Count);
        Assert.All(all, o => Assert.True(o.IsWithin(province)));
        Assert.Equal(["济南市总工会", "机械厂工会"], all.Where(o => o.IsWithin(city)).OrderBy(o => o.Id).Select(o => o.Name));
    }

    [Fact]
    public async Task A_second_file_changes_what_differs()
    {
        var outcome = await _city.ImportUnionsAsync(
            """
            工会名称,上级工会,级别,行政区划代码
            济南市总工会,山东省总工会,市,370100
            机械厂工会,山东省总工会/济南市总工会,基层,370103
            纺织厂工会,济南市总工会,基层,370102
            """);

        Assert.Equal(new ImportCounts(Added: 1, Changed: 1, Unchanged: 1), outcome.Counts);
    }

    [Fact]
    public async Task Everything_wrong_is_named_and_nothing_is_kept()
    {
        var outcome = await _city.ImportUnionsAsync(
            """
            工会名称,上级工会,级别,行政区划代码
            纺织厂工会,济南市总工会,基层,370102
            甲,烟台市总工会,基层,370102
            乙,机械厂工会,基层,370102
            丙,济南市总工会,小组,370102
            丁,济南市总工会,基层,379999
            纺织厂工会,济南市总工会,基层,370102
            """);

        Assert.Equal(
            [
                (3, "上级工会", ImportProblem.UnionUnknown),
                (4, "上级工会", ImportProblem.UnionAmbiguous),
                (5, "级别", ImportProblem.NotOneOf),
                (6, "行政区划代码", ImportProblem.RegionUnknown),
                (7, null, ImportProblem.UnionTwice),
            ],
            ImportCity.FaultsOf(outcome));
        Assert.Equal(5L, await _database.ScalarAsync<long>("SELECT count(*) FROM organisation"));
    }
}

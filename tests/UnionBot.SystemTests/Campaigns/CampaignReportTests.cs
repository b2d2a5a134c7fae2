using UnionBot.Services.Campaigns.Reports;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>Every number of a report is the sum of the list that it opens, and units are never mixed.</summary>
public sealed class CampaignReportTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    private TestDatabase _database = null!;
    private CampaignOffice _office = null!;
    private int _number;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await CampaignOffice.OpenAsync(_database);
        await _office.HouseholdsAsync(
            "历下区总工会,A,甲,,13900000001,户主,,370102,,,3,深度困难,劳模,", "历下区总工会,A,乙,,13900000002,配偶,,370102,,,,,农民工,",
            "历下区总工会,B,丙,,13900000003,,,370102,,,2,相对困难,,", "历下区总工会,C,丁,,13900000004,,,370102,,,1,意外致困,,", "历下区总工会,D,戊,,13900000005,,,370102,,,4,,劳模,");
        _number = await _office.RunningAsync(CampaignOffice.Winter("困难职工、劳模、农民工"));
        await _office.StockAsync(_number, received: 10, taken: 10);
        var visits = await _office.PlanVisitsAsync(_number);
        Assert.Null((await _office.ReportAsync(visits[0], CampaignOffice.Given())).Refusal);
        Assert.Null((await _office.ReportAsync(visits[1], CampaignOffice.Given(rice: 2))).Refusal);
        Assert.Null((await _office.ReportAsync(visits[2], new VisitReport(VisitOutcome.Declined) { PlaceReason = "没有定位" })).Refusal);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_person_with_two_labels_counts_once_for_each_and_the_household_once()
    {
        var figures = (await ReadAsync(_office.Union.Now)).Where(f => f.Value > 0).Select(f => $"{f.Key} {ReportWords.NumberOf(f)}");

        Assert.Equal(
            [
                "raised 100", "paid 0.16", "households 2", "household-people 5", "hardship-households 2", "migrants 1", "model-workers 1", "goods 5", "teams 1",
                "targets 4", "reached 2", "not-reached 2",
            ],
            figures);
    }

    [Fact]
    public async Task Every_number_is_the_sum_of_the_list_that_it_opens()
    {
        foreach (var figure in await ReadAsync(_office.Union.Now))
        {
            var list = await _office.Union.AsAsync<CampaignReport, IReadOnlyList<FigureLine>>(report => report.ListAsync(_number, figure.Key, _office.Union.Now, Ct));
            Assert.Equal((figure.Key, figure.Value), (figure.Key, list.Sum(line => line.Amount)));
        }
    }

    [Fact]
    public async Task The_numbers_equal_plain_counts()
    {
        var figures = (await ReadAsync(_office.Union.Now)).ToDictionary(f => f.Key, f => f.Value);

        Assert.Equal(await _database.ScalarAsync<long>("SELECT sum(paid_fen)::bigint FROM budget_line"), figures["paid"]);
        Assert.Equal(await _database.ScalarAsync<long>("SELECT sum(count)::bigint FROM stock_move WHERE kind = 3"), figures["goods"]);
        Assert.Equal(await _database.ScalarAsync<long>("SELECT count(*) FROM visit WHERE state = 1 AND outcome = 1"), figures["households"]);
        Assert.Equal(figures["targets"], figures["reached"] + figures["not-reached"]);
    }

    [Fact]
    public async Task What_was_written_later_is_not_in_the_numbers_of_before()
    {
        var before = await ReadAsync(_office.Union.Now.AddMinutes(-5));

        Assert.Equal(0, before.Single(f => f.Key == "reached").Value);
    }

    [Fact]
    public async Task The_sentence_for_the_press_says_the_numbers_of_the_report_and_nothing_of_nothing()
    {
        var figures = await ReadAsync(_office.Union.Now);
        var press = await _office.Union.AsAsync<ReportWords, string>(words => Task.FromResult(words.Press("济南市总工会", "冬送温暖", new DateOnly(2026, 2, 12), figures)));

        Assert.Equal("截至2月12日，济南市总工会冬送温暖共筹集资金100万元，慰问困难职工2户，慰问农民工1人，慰问劳模先进1人，发放慰问金0.16万元，发放物资5件。", press);
    }

    private Task<IReadOnlyList<ReadFigure>> ReadAsync(DateTimeOffset until) =>
        _office.Union.AsAsync<CampaignReport, IReadOnlyList<ReadFigure>>(report => report.ReadAsync(_number, until, Ct));
}

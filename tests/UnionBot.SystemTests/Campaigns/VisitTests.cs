using UnionBot.Core.Audit;
using UnionBot.Services.Campaigns;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Stock;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>What a visit gives, stock and money are one; nothing goes below nothing, above the budget or above a ceiling.</summary>
public sealed class VisitTests : IAsyncLifetime
{
    private static readonly CancellationToken Ct = CancellationToken.None;

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
    public async Task A_visit_takes_from_what_the_visitor_carries_and_from_the_budget_and_the_sums_agree()
    {
        var (number, visits) = await StartAsync(households: 2);
        var (rice, oil) = await _office.StockAsync(number, received: 10, taken: 2);
        foreach (var visit in visits) Assert.Null((await _office.ReportAsync(visit, CampaignOffice.Given())).Refusal);

        Assert.Equal("8,0 8,0", await StockAsync());
        Assert.Equal(1_600_00L, await _database.ScalarAsync<long>("SELECT paid_fen FROM budget_line WHERE campaign_id = $1", number));
        Assert.Equal(4L, await _database.ScalarAsync<long>("SELECT sum(count)::bigint FROM visit_gift WHERE lot_id IN ($1, $2)", rice, oil));
        Assert.All(await _office.Union.AsAsync<CampaignSums, IReadOnlyList<GateLack>>(sums => sums.DifferencesAsync(number, Ct)), lack => Assert.Equal(0, lack.Count));
    }

    [Fact]
    public async Task What_is_not_carried_cannot_be_given_and_then_nothing_of_the_visit_is_kept()
    {
        var (number, visits) = await StartAsync(households: 1);
        await _office.StockAsync(number, received: 10, taken: 1);

        var told = await _office.ReportAsync(visits[0], CampaignOffice.Given(rice: 1, oil: 2));

        Assert.Equal((VisitRefusal.NotCarried, "食用油"), (told.Refusal, told.Missing));
        Assert.Equal(("9,1 9,1", 0L), (await StockAsync(), await _database.ScalarAsync<long>("SELECT sum(paid_fen)::bigint FROM budget_line")));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM visit_gift"));
    }

    [Fact]
    public async Task More_than_the_budget_or_the_ceiling_of_a_household_is_refused()
    {
        var (_, poor) = await StartAsync(households: 1, CampaignOffice.Winter(budgetFen: 500_00));
        Assert.Equal(VisitRefusal.OverBudget, (await _office.ReportAsync(poor[0], CampaignOffice.Given(rice: 0, oil: 0) with { Given = Nothing })).Refusal);

        var rich = CampaignOffice.Winter(ceilingFen: 1_000_00) with { Title = "第二次" };
        var second = await _office.RunningAsync(rich);
        var visits = await _office.PlanVisitsAsync(second);
        Assert.Equal(VisitRefusal.OverCeiling, (await _office.ReportAsync(visits[0], Money(1_200_00))).Refusal);
        Assert.Null((await _office.ReportAsync(visits[0], Money(800_00))).Refusal);

        var third = await _office.RunningAsync(rich with { Title = "第三次" });
        Assert.Equal(VisitRefusal.OverCeiling, (await _office.ReportAsync((await _office.PlanVisitsAsync(third))[0], Money(300_00))).Refusal);
    }

    [Fact]
    public async Task Many_visits_at_once_never_give_more_than_is_carried()
    {
        var (number, visits) = await StartAsync(households: 20);
        await _office.StockAsync(number, received: 50, taken: 12);

        var told = await Task.WhenAll(visits.Select(visit => Task.Run(() => _office.ReportAsync(visit, CampaignOffice.Given()))));

        Assert.Equal((12, 8), (told.Count(t => t.Refusal is null), told.Count(t => t.Refusal is VisitRefusal.NotCarried)));
        Assert.Equal(("38,0 38,0", 9_600_00L), (await StockAsync(), await _database.ScalarAsync<long>("SELECT paid_fen FROM budget_line WHERE campaign_id = $1", number)));
    }

    [Fact]
    public async Task Two_reports_of_one_visit_at_once_are_one_visit()
    {
        var (number, visits) = await StartAsync(households: 1);
        await _office.StockAsync(number, received: 10, taken: 10);

        var told = await Task.WhenAll(new[] { _office.Visitor, _office.Second }.Select(by => Task.Run(() => _office.ReportAsync(visits[0], CampaignOffice.Given(), by))));

        Assert.Equal([null, VisitRefusal.NotTheirs], told.Select(t => t.Refusal).Order());
        Assert.Equal("0,9 0,9", await StockAsync());
    }

    [Fact]
    public async Task Money_needs_two_a_receipt_and_a_place_or_the_reason_why_not()
    {
        var (_, visits) = await StartAsync(households: 1);
        await _database.ExecuteAsync("UPDATE household SET latitude = 36.65, longitude = 117.12");
        var far = CampaignOffice.Given() with { Place = new MapPoint(36.68, 117.12), PlaceReason = null, Given = Nothing };

        var told = await _office.ReportAsync(visits[0], far);
        Assert.Equal((VisitRefusal.WhyThere, 3_336), (told.Refusal, told.Metres));
        Assert.Equal(VisitRefusal.WhyThere, (await _office.ReportAsync(visits[0], far with { Place = null })).Refusal);
        Assert.Equal(VisitRefusal.NeedsReceipt, (await _office.ReportAsync(visits[0], far with { PlaceReason = "在村里", Receipt = null })).Refusal);
        Assert.Equal(VisitRefusal.WrongTime, (await _office.ReportAsync(visits[0], far with { PlaceReason = "补录", At = CampaignOffice.At("01-12 18:00") })).Refusal);
        await _database.ExecuteAsync("UPDATE visit SET second_id = NULL");
        Assert.Equal(VisitRefusal.NeedsTwo, (await _office.ReportAsync(visits[0], far with { PlaceReason = "在村里" })).Refusal);
        Assert.Null((await _office.ReportAsync(visits[0], far with { PlaceReason = "在村里", PaidFen = 0, Receipt = null })).Refusal);
    }

    [Fact]
    public async Task Nobody_at_home_is_gone_to_again_and_the_first_confirmed_place_becomes_the_known_one()
    {
        var (number, visits) = await StartAsync(households: 1);
        await _office.StockAsync(number, received: 1, taken: 1);
        var there = new MapPoint(36.66, 117.1);
        Assert.Null((await _office.ReportAsync(visits[0], new VisitReport(VisitOutcome.NotAtHome) { Place = there })).Refusal);

        var again = await _database.ScalarAsync<long>("SELECT id FROM visit WHERE state = 0");
        Assert.Equal(new DateOnly(2026, 1, 13), await _database.ScalarAsync<DateOnly>("SELECT planned_on FROM visit WHERE id = $1", again));
        var told = await _office.ReportAsync(again, CampaignOffice.Given() with { Place = there, PlaceReason = null });

        Assert.Equal((null, null), (told.Refusal, told.Metres));
        Assert.Equal(36.66, await _database.ScalarAsync<double>("SELECT latitude FROM household"));
    }

    [Fact]
    public async Task A_campaign_that_rests_gives_nothing()
    {
        var (number, visits) = await StartAsync(households: 1);
        Assert.Null(await _office.DoAsync(async r => await r.PauseAsync(number, (await _office.SeeAsync(number)).Version, "大雪", _office.Planner, Ct)));

        Assert.Equal(VisitRefusal.NotRunning, (await _office.ReportAsync(visits[0], CampaignOffice.Given())).Refusal);
    }

    [Fact]
    public async Task What_is_left_comes_back_and_what_is_lost_has_a_reason()
    {
        var (number, _) = await StartAsync(households: 1);
        var (rice, _) = await _office.StockAsync(number, received: 10, taken: 5);

        Assert.Null(await StockAsync(desk => desk.ReturnAsync(rice, _office.Visitor, 3, AuditActor.Staff(_office.Planner), Ct)));
        Assert.Null(await StockAsync(desk => desk.LoseAsync(rice, _office.Visitor, 1, "袋子破了", AuditActor.Staff(_office.Planner), Ct)));
        Assert.Equal(StockRefusal.NotCarried, await StockAsync(desk => desk.ReturnAsync(rice, _office.Visitor, 2, AuditActor.Staff(_office.Planner), Ct)));
        Assert.Equal(StockRefusal.NotEnoughInStore, await StockAsync(desk => desk.IssueAsync(rice, _office.Visitor, 9, AuditActor.Staff(_office.Planner), Ct)));
        Assert.Equal(StockRefusal.NoVisitor, await StockAsync(desk => desk.IssueAsync(rice, _office.Planner, 1, AuditActor.Staff(_office.Planner), Ct)));
        Assert.Equal("8,1 5,5", await StockAsync());
    }

    private static Dictionary<string, int> Nothing => [];

    private static VisitReport Money(long fen) => CampaignOffice.Given(fen) with { Given = Nothing };

    private async Task<(int Number, long[] Visits)> StartAsync(int households, CampaignContent? content = null)
    {
        await _office.HouseholdsAsync(households);
        var number = await _office.RunningAsync(content ?? CampaignOffice.Winter());
        return (number, await _office.PlanVisitsAsync(number));
    }

    private Task<StockRefusal?> StockAsync(Func<StockDesk, Task<StockRefusal?>> work) => _office.Union.AsAsync(work);

    /// <summary>What of each lot is in store and carried.</summary>
    private Task<string> StockAsync() => _database.ScalarAsync<string>(
        "SELECT string_agg(l.in_store || ',' || coalesce(c.count, 0), ' ' ORDER BY l.id) FROM stock_lot l LEFT JOIN carried_stock c ON c.lot_id = l.id");
}

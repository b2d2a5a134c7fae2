using UnionBot.Core.People;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Targets;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>A campaign is planned by one, approved by another, and its targets are fixed with what was left out and why.</summary>
public sealed class CampaignTests : IAsyncLifetime
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
    public async Task Whoever_wrote_a_plan_cannot_approve_it_and_a_change_takes_the_approval_back()
    {
        await _database.ExecuteAsync("INSERT INTO staff_role (staff_id, kind) VALUES ($1, $2)", _office.Planner, (short)RoleKind.Approver);
        var number = await WrittenAsync(CampaignOffice.Winter());

        Assert.Equal(CampaignRefusal.OwnWork, await ApproveAsync(number, _office.Planner));
        Assert.Null(await ApproveAsync(number, _office.Approver));
        Assert.Null(await _office.DoAsync(async r => await r.ChangeAsync(number, (await _office.SeeAsync(number)).Version, CampaignOffice.Winter() with { CashFen = 500_00 }, _office.Planner, Ct)));

        var changed = await _office.SeeAsync(number);
        Assert.Equal((CampaignState.Draft, null, 500_00L), (changed.State, changed.ApprovedBy, changed.CashFen));
    }

    [Fact]
    public async Task Of_two_approvals_at_once_one_is_refused()
    {
        var number = await WrittenAsync(CampaignOffice.Winter());
        var other = await _office.StaffAsync("审批二", RoleKind.Approver);
        var seen = (await _office.SeeAsync(number)).Version;

        var refusals = await Task.WhenAll(new[] { _office.Approver, other }.Select(staff =>
            _office.DoAsync(r => r.ApproveAsync(number, seen, "可以", staff, Ct))));

        Assert.Equal([null, CampaignRefusal.Changed], refusals.Order());
    }

    [Fact]
    public async Task A_district_plans_for_itself_and_sees_nothing_of_others()
    {
        var lixia = await _office.StaffAsync("历下经办", RoleKind.Operator, CampaignOffice.Lixia);

        Assert.Equal(CampaignRefusal.NoRole, (await _office.DoAsync(r => r.CreateAsync(CampaignOffice.Winter(), lixia, Ct))).Refusal);
        var own = (await _office.DoAsync(r => r.CreateAsync(CampaignOffice.Winter() with { OrganisationId = CampaignOffice.Lixia }, lixia, Ct))).Number!.Value;
        await WrittenAsync(CampaignOffice.Winter());

        Assert.Equal([own], (await _office.DoAsync(r => r.ListAsync(lixia, Ct))).Select(c => c.Id));
    }

    [Theory]
    [InlineData("在档 且 (深度困难 或 相对困难) 且 历下、市中")]
    [InlineData("困难职工、劳模 且 济南市 且 近12个月未获500元以上")]
    public async Task An_audience_is_read_as_staff_write_it(string words) =>
        Assert.Null((await _office.DoAsync(r => r.CreateAsync(CampaignOffice.Winter(words), _office.Planner, Ct))).Refusal);

    [Theory]
    [InlineData("在档 且 有钱人")]
    [InlineData("困难职工 且 天上区")]
    [InlineData("近几个月没领过钱")]
    public async Task An_audience_that_is_not_understood_is_refused(string words) =>
        Assert.Equal(CampaignRefusal.AudienceUnread, (await _office.DoAsync(r => r.CreateAsync(CampaignOffice.Winter(words), _office.Planner, Ct))).Refusal);

    [Fact]
    public async Task Targets_are_fixed_with_what_was_left_out_and_why_and_a_second_run_says_what_changed()
    {
        await _office.HouseholdsAsync(
            "历下区总工会,A,甲,,13900000001,,,370102,,,3,深度困难,,在档", "历下区总工会,B,乙,,13900000002,,,370102,,,2,相对困难,,脱困",
            "历下区总工会,C,丙,,13900000003,,,370102,,,1,,劳模,在档", "市中区总工会,D,丁,,13900000004,,,370103,,,4,深度困难,,迁出");
        var number = await _office.RunningAsync(CampaignOffice.Winter());

        Assert.Equal("A:- B:Exited D:Moved", await TargetsAsync(number));
        await _office.HouseholdsAsync("历下区总工会,A,甲,,13900000001,,,370102,,,3,深度困难,,脱困", "历下区总工会,C,丙,,13900000003,,,370102,,,1,意外致困,,在档");
        Assert.Equal(new FrozenTargets(Included: 1, Added: 1, Removed: 1, Excluded: 3), (await _office.FreezeAsync(number)).Frozen);
        Assert.Equal("A:Exited B:Exited C:- D:Moved", await TargetsAsync(number));
    }

    [Fact]
    public async Task Who_was_given_enough_lately_is_left_out()
    {
        await _office.HouseholdsAsync(2);
        var first = await _office.RunningAsync(CampaignOffice.Winter());
        var visits = await _office.PlanVisitsAsync(first);
        await _office.StockAsync(first, 10, 10);
        Assert.Null((await _office.ReportAsync(visits[0], CampaignOffice.Given())).Refusal);

        var content = CampaignOffice.Winter("困难职工 且 近12个月未获500元以上") with { Title = "2026年端午走访", FirstDay = new DateOnly(2026, 6, 10), LastDay = new DateOnly(2026, 6, 20) };
        var second = await _office.RunningAsync(content);

        Assert.Equal("LX-0001:HelpedLately LX-0002:-", await TargetsAsync(second));
    }

    [Fact]
    public async Task A_stage_is_passed_only_through_its_gate()
    {
        await _office.HouseholdsAsync("历下区总工会,A,甲,,13900000001,,,370102,,历山路 1 号,3,深度困难,,", "历下区总工会,B,乙,,13900000002,,,370102,,历山路1号,2,相对困难,,");
        var number = await WrittenAsync(CampaignOffice.Winter());
        Assert.Equal([new GateLack(Lack.NotApproved, 1)], (await PassAsync(number)).Lacks);

        Assert.Null(await ApproveAsync(number, _office.Approver));
        Assert.Null((await PassAsync(number)).Refusal);
        Assert.Equal([new GateLack(Lack.NotFrozen, 1)], (await PassAsync(number)).Lacks);
        Assert.Null((await _office.FreezeAsync(number)).Refusal);
        Assert.Equal([new GateLack(Lack.Doubles, 1)], (await PassAsync(number)).Lacks);

        await _database.ExecuteAsync("INSERT INTO households_apart (first_id, second_id) SELECT min(id), max(id) FROM household");
        Assert.Null((await PassAsync(number)).Refusal);
        Assert.Equal([new GateLack(Lack.NobodyGoes, 2)], (await PassAsync(number)).Lacks);
    }

    [Fact]
    public async Task Sites_of_a_kind_are_targets_of_the_summer()
    {
        await _office.SitesAsync("历下区总工会,奥体工地,工地,370102,经十路 1 号,80,李工,13900000003,", "历下区总工会,完工的,工地,370102,经十路 2 号,20,,,是", "历下区总工会,某厂,企业,370102,经十路 3 号,300,,,");
        var summer = new CampaignContent("summer", "2026年夏送清凉", CampaignOffice.City, new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 31)) { Audience = "工地、环卫 且 历下区" };
        var number = await _office.RunningAsync(summer);

        Assert.Equal("奥体工地:- 完工的:SiteIsOver", await TargetsAsync(number));
        Assert.Equal(80, await _database.ScalarAsync<int>("SELECT people FROM campaign_target WHERE campaign_id = $1 AND state = 0", number));
    }

    private async Task<int> WrittenAsync(CampaignContent content) => (await _office.DoAsync(r => r.CreateAsync(content, _office.Planner, Ct))).Number!.Value;

    private Task<CampaignRefusal?> ApproveAsync(int number, long staff) =>
        _office.DoAsync(async r => await r.ApproveAsync(number, (await _office.SeeAsync(number)).Version, "可以", staff, Ct));

    private Task<(CampaignRefusal? Refusal, IReadOnlyList<GateLack> Lacks)> PassAsync(int number) =>
        _office.DoAsync(async r => await r.PassAsync(number, (await _office.SeeAsync(number)).Version, _office.Planner, Ct));

    /// <summary>By file or name, with why it is left out.</summary>
    private async Task<string> TargetsAsync(int number)
    {
        var targets = await _database.ScalarAsync<string[]>(
            """
            SELECT array_agg(coalesce(h.file_no, s.name) || ':' || coalesce(t.left_out, 0) ORDER BY coalesce(h.file_no, s.name))
              FROM campaign_target t LEFT JOIN household h ON h.id = t.household_id LEFT JOIN work_site s ON s.id = t.work_site_id WHERE t.campaign_id = $1
            """, number);
        return string.Join(' ', targets.Select(t => t.Split(':') is [var name, var why] ? $"{name}:{(why == "0" ? "-" : Enum.Parse<LeftOut>(why))}" : t));
    }
}

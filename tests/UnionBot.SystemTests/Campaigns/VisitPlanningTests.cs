using UnionBot.Core.Audit;
using UnionBot.Services.Campaigns.Assignment;
using UnionBot.Services.Campaigns.Plans;
using UnionBot.Services.Campaigns.Visits;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Campaigns;

/// <summary>Every target is given a team and a day, or the reason why nobody was found.</summary>
public sealed class VisitPlanningTests : IAsyncLifetime
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
    public async Task Everybody_to_go_to_is_given_two_visitors_and_a_workday_from_tomorrow_on()
    {
        await _office.HouseholdsAsync(40);
        var number = await _office.RunningAsync(CampaignOffice.Winter());

        Assert.Equal(40, (await AssignAsync(number))!.Planned);

        Assert.Equal(40L, await CountAsync("visit WHERE state = 0 AND planned_on > '2026-01-12' AND extract(isodow FROM planned_on) < 6 AND second_id IS NOT NULL AND second_id <> lead_id"));
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM (SELECT 1 FROM visit GROUP BY lead_id, planned_on HAVING count(*) > 8) AS full_days"));
        Assert.Equal([], (await _office.DoAsync(async r => { await PassTwiceAsync(r, number); return await r.PassAsync(number, (await _office.SeeAsync(number)).Version, _office.Planner, Ct); })).Lacks);
    }

    [Fact]
    public async Task Planned_anew_only_what_lies_ahead_changes_and_nobody_is_gone_to_twice()
    {
        await _office.HouseholdsAsync(10);
        var number = await _office.RunningAsync(CampaignOffice.Winter());
        await AssignAsync(number);
        await _office.StockAsync(number, received: 10, taken: 10);
        var first = await _database.ScalarAsync<long>("SELECT min(id) FROM visit");
        Assert.Null((await _office.ReportAsync(first, CampaignOffice.Given())).Refusal);

        Assert.Equal(9, (await AssignAsync(number))!.Planned);
        Assert.Equal((10L, 10L), (await CountAsync("visit"), await _database.ScalarAsync<long>("SELECT count(DISTINCT target_id) FROM visit")));
    }

    [Fact]
    public async Task Where_nobody_goes_the_reason_is_said_and_nobody_visits_their_own_home()
    {
        await _office.HouseholdsAsync("市中区总工会,B,乙,,13900000002,,,370103,,,2,相对困难,,", "历下区总工会,A,甲,,13900000001,,,370102,,,3,深度困难,,");
        var number = await _office.RunningAsync(CampaignOffice.Winter());
        await _database.ExecuteAsync(
            """
            INSERT INTO member (id, organisation_id, name, name_hash, phone, phone_hash, member_no, status, person_id)
            SELECT 900, 2, '\x00', '\x00', '\x00', p.phone_hash, 'NO900', 0, s.person_id FROM household_person p, household h, staff s WHERE h.id = p.household_id AND h.file_no = 'A' AND s.id = $1
            """, _office.Visitor);

        var assigned = (await AssignAsync(number))!;

        Assert.Equal((0, 1, 1), (assigned.Planned, assigned.Unplanned[NoVisitReason.NoVisitorInDistrict], assigned.Unplanned[NoVisitReason.EverybodyIsRelative]));
    }

    private Task<AssignedVisits?> AssignAsync(int number) =>
        _office.Union.AsAsync<VisitPlanning, AssignedVisits?>(planning => planning.AssignAsync(number, AuditActor.Staff(_office.Planner), Ct));

    private async Task PassTwiceAsync(CampaignRegister register, int number)
    {
        for (var i = 0; i < 2; i++) await register.PassAsync(number, (await _office.SeeAsync(number)).Version, _office.Planner, Ct);
    }

    private Task<long> CountAsync(string of) => _database.ScalarAsync<long>($"SELECT count(*) FROM {of}");
}

using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;

namespace UnionBot.SystemTests.Broadcasts;

public sealed class AudienceTests : IAsyncLifetime
{
    private readonly BroadcastOffice _office = new();

    private long _worker, _neighbour, _rider, _stranger;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        _worker = await _office.MemberAsync("worker", 22);
        _rider = await _office.MemberAsync("rider", BroadcastOffice.Lixia, "李强", "外卖配送员", "先进");
        _neighbour = await _office.MemberAsync("neighbour", BroadcastOffice.Shizhong, "张伟", "快递员");
        _stranger = await _office.FollowerAsync("stranger");
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Whom_it_means_follows_from_organisation_district_kind_of_work_tags_and_level()
    {
        Assert.Equal(4, (await PlanAsync(Audience.Everybody)).Reached);
        await MeansAsync(Audience.Everybody with { OrganisationId = BroadcastOffice.Lixia }, _worker, _rider);
        await MeansAsync(Audience.Everybody with { Districts = ["370103"] }, _neighbour);
        await MeansAsync(Audience.Everybody with { Districts = ["370100"] }, _worker, _rider, _neighbour);
        await MeansAsync(Audience.Everybody with { WorkerTypes = ["外卖配送员", "快递员"] }, _rider, _neighbour);
        await MeansAsync(Audience.Everybody with { WorkerTypes = ["外卖配送员", "快递员"], Tags = ["先进"] }, _rider);
        await MeansAsync(Audience.Everybody with { Levels = [MemberLevel.Follower] }, _stranger);
        await MeansAsync(Audience.Everybody with { Levels = [MemberLevel.Member], OrganisationId = BroadcastOffice.Shizhong }, _neighbour);
    }

    [Fact]
    public async Task Who_is_left_out_is_counted_with_the_reason()
    {
        await _office.MemberAsync("tester", 22, "测试", "测试账号");
        await _office.Database.ExecuteAsync("UPDATE person SET unfollowed_at = now() WHERE id = $1", _worker);
        await _office.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", _rider);
        await _office.Database.ExecuteAsync("UPDATE talk SET broadcast_at = $2 WHERE person_id = $1", _neighbour, _office.Now.AddDays(-2));
        await _office.RosterAsync(22, "赵六");

        var plan = await PlanAsync(Audience.Everybody);

        Assert.Equal(1, plan.Reached);
        Assert.Equal(
            [WithheldReason.Unfollowed, WithheldReason.OptedOut, WithheldReason.TooSoon, WithheldReason.TestAccount], plan.Excluded.Keys.Order());
        Assert.All(plan.Excluded.Values, people => Assert.Equal(1, people));
        Assert.Equal((1, 2, 6), (plan.Unbound, plan.ToCall, plan.Meant));

        var warning = await _office.PlanAsync(_office.Content with { Purpose = BroadcastPurpose.Warning });
        Assert.Equal(3, warning.Reached);
        Assert.Equal([WithheldReason.Unfollowed, WithheldReason.TestAccount], warning.Excluded.Keys.Order());
    }

    [Fact]
    public async Task Whom_the_platform_does_not_know_is_left_out_and_can_be_called_until_they_write_again()
    {
        await _office.Database.ExecuteAsync("UPDATE person SET unknown_at = $2 WHERE id = $1", _worker, _office.Now);

        var plan = await PlanAsync(Audience.Everybody);
        Assert.Equal((3, 1, 1), (plan.Reached, plan.Excluded[WithheldReason.NotKnown], plan.ToCall));

        await _office.Database.ExecuteAsync("UPDATE talk SET last_at = $2 WHERE person_id = $1", _worker, _office.Now.AddSeconds(1));
        Assert.Equal(4, (await PlanAsync(Audience.Everybody)).Reached);
    }

    [Fact]
    public async Task News_of_ones_own_case_is_told_also_to_those_who_want_no_broadcasts()
    {
        await _office.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", _worker);
        await _office.Database.ExecuteAsync(
            "INSERT INTO union_case (person_id, kind, status, opened_at, entries) VALUES ($1, 'handover/asked', 0, now(), 0)", _worker);
        var content = _office.Content with
        {
            Purpose = BroadcastPurpose.Service,
            Route = BroadcastRoute.Mass,
            Audience = Audience.Everybody with { CaseKind = "handover/asked" },
        };

        Assert.Equal(1, (await _office.PlanAsync(content)).Reached);
    }

    [Fact]
    public async Task By_custom_message_only_those_are_reached_whose_window_is_open_when_it_is_sent()
    {
        await WroteAsync(_worker, _office.NineTomorrow.AddHours(-47));
        await WroteAsync(_rider, _office.NineTomorrow.AddHours(-49));

        var plan = await _office.PlanAsync(_office.Content with { Route = BroadcastRoute.Custom });

        Assert.Equal((1, 3), (plan.Reached, plan.Excluded[WithheldReason.NoWay]));
    }

    [Fact]
    public async Task A_text_with_a_name_in_it_reaches_only_people_whose_name_is_known()
    {
        foreach (var person in new[] { _worker, _rider, _stranger }) await WroteAsync(person, _office.NineTomorrow.AddHours(-1));

        var plan = await _office.PlanAsync(_office.Content with { Route = BroadcastRoute.Custom, Text = "{{姓名}}您好，今天有大风。" });

        Assert.Equal((2, 1), (plan.Reached, plan.Excluded[WithheldReason.NotWorded]));
    }

    [Fact]
    public async Task The_sample_names_people_masked()
    {
        var sample = await _office.AsAsync<AudienceReader, IReadOnlyList<SampledPerson>>(
            r => r.SampleAsync(_office.Content, CancellationToken.None));

        Assert.Equal(4, sample.Count);
        Assert.Equal(("李*", "历下区总工会"), sample.Where(p => p.Person.Value == _rider).Select(p => (p.Name, p.Union)).Single());
        Assert.Null(sample.Single(p => p.Person.Value == _stranger).Name);
    }

    [Fact]
    public async Task Whom_no_message_reaches_can_be_called_and_who_read_the_number_is_in_the_audit()
    {
        var (writer, unbound) = (await _office.StaffAsync("caller", RoleKind.Operator), await _office.RosterAsync(22, "赵六"));
        await _office.Database.ExecuteAsync("UPDATE person SET unfollowed_at = now() WHERE id = $1", _worker);
        await _office.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", _rider);
        var number = await _office.CreateAsync(_office.Content, writer);

        var lines = await _office.AsAsync<CallLists, IReadOnlyList<CallLine>>(async calls =>
        {
            var broadcast = await _office.AsAsync<BroadcastRegister, Broadcast?>(r => r.FindAsync(number, writer, CancellationToken.None));
            return await calls.ReadAsync(broadcast!, new CallCursor(0, IsPastRoster: false), writer, CancellationToken.None);
        });

        Assert.Equal([WithheldReason.Unfollowed, null], lines.Select(l => l.Why));
        Assert.Equal((unbound, "赵六", $"13800000{unbound}"), (lines[1].Member, lines[1].Name, lines[1].Phone));
        Assert.Equal(1L, await _office.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE action = 'broadcast/phone-read' AND subject = $1 AND actor_id = $2", $"member/{unbound}", writer));
    }

    private Task<AudiencePlan> PlanAsync(Audience audience) => _office.PlanAsync(_office.Content with { Audience = audience });

    private async Task MeansAsync(Audience audience, params long[] people)
    {
        var sample = await _office.AsAsync<AudienceReader, IReadOnlyList<SampledPerson>>(
            r => r.SampleAsync(_office.Content with { Audience = audience }, CancellationToken.None));
        Assert.Equal(people.Order(), sample.Select(p => p.Person.Value).Order());
    }

    private Task<int> WroteAsync(long person, DateTimeOffset at) => _office.Database.ExecuteAsync(
        "UPDATE talk SET typed_at = $2 WHERE person_id = $1", person, at);
}

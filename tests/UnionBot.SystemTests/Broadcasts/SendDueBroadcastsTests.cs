using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;

namespace UnionBot.SystemTests.Broadcasts;

/// <summary>What happens every minute, on a bot without an account: the ledger's rows are there, nobody sends them.</summary>
public sealed class SendDueBroadcastsTests : IAsyncLifetime
{
    private readonly BroadcastOffice _office = new();

    private long _writer, _approver, _worker, _rider;

    public async Task InitializeAsync()
    {
        await _office.InitializeAsync();
        (_writer, _approver) = (await _office.StaffAsync("writer", RoleKind.Operator), await _office.StaffAsync("approver", RoleKind.Approver));
        _worker = await _office.MemberAsync("worker", 22);
        _rider = await _office.MemberAsync("rider", BroadcastOffice.Lixia, "李强", "外卖配送员");
    }

    public Task DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Nothing_begins_before_its_time_and_nothing_that_was_not_released()
    {
        var (draft, early) = (await _office.CreateAsync(_office.Content, _writer), await _office.CreateAsync(_office.Content, _writer));
        Assert.Null(await _office.ApproveAsync(early, _approver));
        await _office.OpenWindowAsync(draft);

        await _office.MinuteAsync();

        Assert.Equal((BroadcastState.Draft, BroadcastState.Approved), (await _office.StateAsync(draft), await _office.StateAsync(early)));
    }

    [Fact]
    public async Task When_its_time_has_come_its_people_are_fixed_once_with_the_reasons_of_those_left_out()
    {
        await _office.Database.ExecuteAsync("INSERT INTO opt_out (person_id, kind, since) VALUES ($1, 11, now())", _rider);
        var number = await BegunAsync();

        Assert.Equal(0, (await _office.MinuteAsync()).Done);
        await _office.FollowerAsync("late");

        Assert.Equal(BroadcastState.Sending, await _office.StateAsync(number));
        var fates = await FatesAsync(number);
        Assert.Equal(
            [(_worker, OutboundStatus.Queued, null), (_rider, OutboundStatus.Withheld, WithheldReason.OptedOut)],
            fates.Select(f => (f.Person, f.Status, f.Reason)));
        Assert.All(fates, fate => Assert.Equal(SendRoute.Mass, fate.Route));
        Assert.Equal("招聘会", await _office.Database.ScalarAsync<string>("SELECT reason FROM broadcast WHERE id = $1 AND started_at IS NOT NULL", number));
    }

    [Fact]
    public async Task While_it_is_sent_its_people_do_not_change()
    {
        var number = await BegunAsync();
        var wider = _office.Content with { Audience = Audience.Everybody with { Tags = ["先进"] } };

        var version = await _office.Database.ScalarAsync<int>("SELECT version FROM broadcast WHERE id = $1", number);
        var saved = await _office.AsAsync<BroadcastRegister, SavedBroadcast>(r => r.ChangeAsync(number, version, wider, _writer, CancellationToken.None));

        Assert.Equal(BroadcastRefusal.Begun, saved.Refusal);
        Assert.Equal(2, (await FatesAsync(number)).Count);
    }

    [Fact]
    public async Task Who_was_told_this_week_is_not_told_again_by_the_next()
    {
        var first = await BegunAsync();
        await _office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3 WHERE broadcast_id = $1 AND person_id = $2", first, _worker);

        var plan = await _office.PlanAsync(_office.Content);

        Assert.Equal((1, 1), (plan.Reached, plan.Excluded[WithheldReason.TooSoon]));
    }

    [Fact]
    public async Task Whose_four_of_the_month_are_spent_is_left_out()
    {
        for (var n = 0; n < 4; n++)
        {
            var number = await BegunAsync();
            await _office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3 WHERE broadcast_id = $1 AND person_id = $2", number, _rider);
            await _office.Database.ExecuteAsync("UPDATE broadcast SET started_at = started_at - interval '1 second', purpose = 1 WHERE id = $1", number);
        }

        var plan = await _office.PlanAsync(_office.Content);

        Assert.Equal((1, 1), (plan.Reached, plan.Excluded[WithheldReason.MonthIsFull]));
    }

    [Fact]
    public async Task It_pauses_by_itself_when_too_many_fail_and_staff_let_it_go_on()
    {
        for (var n = 0; n < 60; n++) await _office.FollowerAsync($"follower-{n}");
        await _office.Database.ExecuteAsync("UPDATE staff SET person_id = $1 WHERE id = $2", await _office.FollowerAsync("writers-phone"), _writer);
        var number = await BegunAsync();
        await _office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3 WHERE broadcast_id = $1", number);
        await _office.Database.ExecuteAsync(
            "UPDATE mass_recipient SET status = 5, error_code = 47003 WHERE broadcast_id = $1 AND person_id IN (SELECT person_id FROM mass_recipient WHERE broadcast_id = $1 LIMIT 8)", number);

        await _office.MinuteAsync();

        Assert.Equal(BroadcastState.Paused, await _office.StateAsync(number));
        Assert.Equal(MassState.Paused, await SendStateAsync(number));
        Assert.True(await _office.Database.ScalarAsync<bool>("SELECT paused_itself FROM broadcast WHERE id = $1", number));
        Assert.Equal(1L, await _office.Database.ScalarAsync<long>("SELECT count(*) FROM outbound WHERE occasion LIKE 'broadcasts/paused/%'"));

        var version = await _office.Database.ScalarAsync<int>("SELECT version FROM broadcast WHERE id = $1", number);
        Assert.Null(await _office.AsAsync<BroadcastRegister, BroadcastRefusal?>(r => r.ResumeAsync(number, version, "改好了模板", _approver, CancellationToken.None)));
        Assert.Equal(MassState.Sending, await SendStateAsync(number));
    }

    [Fact]
    public async Task What_the_platform_refuses_as_a_whole_is_paused_too()
    {
        var number = await BegunAsync();
        await _office.Database.ExecuteAsync("UPDATE mass_send SET state = 3, halt_code = 48001 WHERE broadcast_id = $1", number);

        await _office.MinuteAsync();

        Assert.Equal(BroadcastState.Paused, await _office.StateAsync(number));
    }

    [Fact]
    public async Task A_few_who_fail_do_not_stop_the_others()
    {
        for (var n = 0; n < 60; n++) await _office.FollowerAsync($"follower-{n}");
        var number = await BegunAsync();
        await _office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 3 WHERE broadcast_id = $1", number);
        await _office.Database.ExecuteAsync("UPDATE mass_recipient SET status = 5 WHERE broadcast_id = $1 AND person_id = $2", number, _worker);

        await _office.MinuteAsync();

        Assert.Equal(BroadcastState.Sending, await _office.StateAsync(number));
    }

    [Fact]
    public async Task For_whom_it_failed_is_on_the_phone_list_and_who_got_it_is_not()
    {
        var number = await BegunAsync();
        await _office.Database.ExecuteAsync("UPDATE mass_recipient SET status = CASE person_id WHEN $2 THEN 5 ELSE 3 END WHERE broadcast_id = $1", number, _rider);

        var lines = await _office.AsAsync<CallLists, IReadOnlyList<CallLine>>(async calls =>
        {
            var broadcast = await _office.AsAsync<BroadcastRegister, Broadcast?>(r => r.FindAsync(number, _writer, CancellationToken.None));
            return await calls.ReadAsync(broadcast!, new CallCursor(0, IsPastRoster: false), _writer, CancellationToken.None);
        });

        Assert.Equal(("李强", OutboundStatus.Failed), Assert.Single(lines.Select(l => (l.Name, l.Fate))));
    }

    [Fact]
    public async Task Cancelled_it_is_cancelled_in_the_ledger_and_everybody_left_is_told_so_there()
    {
        var number = await BegunAsync();
        var version = await _office.Database.ScalarAsync<int>("SELECT version FROM broadcast WHERE id = $1", number);

        Assert.Null(await _office.AsAsync<BroadcastRegister, BroadcastRefusal?>(r => r.CancelAsync(number, version, "下雨", _writer, CancellationToken.None)));

        Assert.All(await FatesAsync(number), fate => Assert.Equal(WithheldReason.Cancelled, fate.Reason));
        await _office.MinuteAsync();
        Assert.Equal(BroadcastState.Cancelled, await _office.StateAsync(number));
    }

    [Fact]
    public async Task When_the_ledger_has_nothing_left_it_is_sent()
    {
        var number = await BegunAsync();
        await _office.Database.ExecuteAsync("UPDATE mass_send SET state = 5, ended_at = now() WHERE broadcast_id = $1", number);

        await _office.MinuteAsync();

        Assert.Equal(BroadcastState.Sent, await _office.StateAsync(number));
    }

    [Fact]
    public async Task What_was_released_and_missed_its_time_is_cancelled_and_nobody_is_told()
    {
        var number = await _office.CreateAsync(_office.Content, _writer);
        Assert.Null(await _office.ApproveAsync(number, _approver));
        await _office.Database.ExecuteAsync(
            "UPDATE broadcast SET not_before = $2, not_after = $3 WHERE id = $1", number, _office.Now.AddHours(-2), _office.Now.AddHours(-1));

        await _office.MinuteAsync();

        Assert.Equal(BroadcastState.Cancelled, await _office.StateAsync(number));
        Assert.Null(await _office.AsAsync<MassLedger, MassSend?>(ledger => ledger.ReadAsync(number, CancellationToken.None)));
    }

    [Fact]
    public async Task Each_reads_their_own_name_and_who_has_none_is_left_out()
    {
        var stranger = await _office.FollowerAsync("stranger");
        var number = await _office.CreateAsync(
            _office.Content with { Route = BroadcastRoute.Custom, Text = "{{姓名}}您好，{{工会}}邀您参加招聘会。" }, _writer);

        var words = await _office.AsAsync<IMassContents, IReadOnlyDictionary<long, PersonalContent>>(
            contents => contents.WordAsync(number, SendRoute.Custom, [_worker, _rider, stranger], CancellationToken.None));

        Assert.Equal([_worker, _rider], words.Keys.Order());
        var text = Assert.IsType<PersonalContent.Words>(words[_rider]).Text;
        Assert.StartsWith("李强您好，历下区总工会邀您参加招聘会。", text, StringComparison.Ordinal);
        Assert.Contains("退订", text, StringComparison.Ordinal);
    }

    private async Task<int> BegunAsync()
    {
        var number = await _office.CreateAsync(_office.Content, _writer);
        Assert.Null(await _office.ApproveAsync(number, _approver));
        await _office.OpenWindowAsync(number);
        await _office.MinuteAsync();
        return number;
    }

    private Task<List<MassFate>> FatesAsync(int number) => _office.AsAsync<MassLedger, List<MassFate>>(async ledger =>
    {
        var fates = new List<MassFate>();
        await foreach (var fate in ledger.FatesAsync(number, CancellationToken.None)) fates.Add(fate);
        return fates;
    });

    private async Task<MassState> SendStateAsync(int number) =>
        (await _office.AsAsync<MassLedger, MassSend?>(ledger => ledger.ReadAsync(number, CancellationToken.None)))!.State;
}

using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Membership.Retention;

namespace UnionBot.SystemTests.Membership;

public sealed class ErasingTests : IAsyncLifetime
{
    private const string Phone = "13800000001";

    private MemberTalks _talks = null!;

    private DateTimeOffset Now => _talks.Inbox.Get<BusinessClock>().GetUtcNow();

    [Fact]
    public async Task Who_asked_to_be_forgotten_is_after_seven_days_and_the_proof_stays()
    {
        await BindAsync("wang");
        var id = (await _talks.PersonIdAsync("wang")).Value;
        await AskToBeForgottenAsync("wang");

        Assert.Equal(0, (await EraseAsync(Now.AddDays(6.9))).Done);
        Assert.Contains("NO17", await _talks.SayAsync("wang", "我的会籍"), StringComparison.Ordinal);
        var said = await CountAsync($"outbound WHERE person_id = {id}");
        Assert.Equal(1, (await EraseAsync(Now.AddDays(7.1))).Done);

        Assert.Equal(0L, await CountAsync($"inbound WHERE person_id = {id} AND (body IS NOT NULL OR secret IS NOT NULL)"));
        Assert.Equal(0L, await CountAsync($"outbound WHERE person_id = {id} AND text <> ''"));
        Assert.Equal(0L, await CountAsync($"talk WHERE person_id = {id} AND state IS NOT NULL"));
        Assert.Equal(0L, await CountAsync($"one_time_code WHERE person_id = {id}"));
        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
        Assert.Equal(1L, await CountAsync($"person WHERE id = {id} AND erased_at IS NOT NULL AND phone IS NULL AND length(address) = 0"));
        Assert.Equal(said, await CountAsync($"outbound WHERE person_id = {id}"));
        Assert.Equal(1L, await CountAsync($"consent WHERE person_id = {id} AND withdrawn_channel = 'system'"));
        Assert.Equal(1L, await CountAsync($"audit_entry WHERE action = 'my-data/erased' AND subject = 'person/{id}'"));
    }

    [Fact]
    public async Task Who_was_forgotten_and_writes_again_is_somebody_new()
    {
        await BindAsync("wang");
        var before = await _talks.PersonIdAsync("wang");
        await AskToBeForgottenAsync("wang");
        await EraseAsync(Now.AddDays(8));

        await _talks.SayAsync("wang", "菜单");

        Assert.NotEqual(before, await _talks.PersonIdAsync("wang"));
        Assert.Equal(0, (await EraseAsync(Now.AddDays(9))).Done);
    }

    [Fact]
    public async Task A_wish_taken_back_erases_nothing()
    {
        await BindAsync("wang");
        await AskToBeForgottenAsync("wang");
        await _talks.SayAsync("wang", "撤回删除");

        Assert.Equal(0, (await EraseAsync(Now.AddDays(8))).Done);
        Assert.Contains("NO17", await _talks.SayAsync("wang", "我的会籍"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_a_case_is_open_nobody_is_erased_and_the_reason_is_kept()
    {
        await BindAsync("wang");
        await _talks.SayAsync("wang", "人工");
        await AskToBeForgottenAsync("wang");

        Assert.Equal(new JobReport(0, Skipped: 1), await EraseAsync(Now.AddDays(8)));
        Assert.Equal("case/open", await _talks.Database.ScalarAsync<string>("SELECT held_by FROM deletion_request"));

        await _talks.Database.ExecuteAsync("UPDATE union_case SET status = 2, closed_at = $1", Now);
        Assert.Equal(new JobReport(1), await EraseAsync(Now.AddDays(8)));
    }

    [Fact]
    public async Task Who_unfollows_is_erased_after_seven_days()
    {
        await BindAsync("wang");
        await UnfollowAsync("wang");

        Assert.Equal(0, (await EraseAsync(Now.AddDays(6))).Done);
        Assert.Equal(1, (await EraseAsync(Now.AddDays(7.1))).Done);
        Assert.Equal(0L, await CountAsync("member WHERE person_id IS NOT NULL"));
    }

    [Fact]
    public async Task Who_follows_again_within_that_time_finds_everything_as_it_was()
    {
        await BindAsync("wang");
        await UnfollowAsync("wang");
        await _talks.FollowAsync("wang");

        Assert.Equal(0, (await EraseAsync(Now.AddDays(30))).Done);
        Assert.Contains("NO17", await _talks.SayAsync("wang", "我的会籍"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_unfollows_with_an_open_case_comes_onto_the_telephone_list_once()
    {
        await _talks.SayAsync("wang", "人工");
        await _talks.SayAsync("other", "菜单");
        await UnfollowAsync("wang");
        await UnfollowAsync("other");

        Assert.Equal(1, (await RunAsync<ListUnfollowed>(Now.AddMinutes(1))).Done);
        Assert.Equal(0, (await RunAsync<ListUnfollowed>(Now.AddMinutes(11))).Done);
        Assert.Equal(1L, await CountAsync("union_case WHERE kind = 'membership/unfollowed'"));
    }

    [Fact]
    public async Task The_telephone_list_says_whom_to_call_by_which_number_and_what_keeps_their_data()
    {
        await BindAsync("wang");
        await _talks.SayAsync("wang", "人工");
        await UnfollowAsync("wang");
        await RunAsync<ListUnfollowed>(Now.AddMinutes(1));

        var line = Assert.Single(await PhoneListAsync());

        Assert.Equal((Phone, "case/open", 2), (line.Phone?.Value, line.HeldBy, line.Cases.Count));
        Assert.Equal(UnionCalendar.DayOf(line.UnfollowedAt!.Value).AddDays(7), line.ErasedOn);
        Assert.Equal(1L, await CountAsync($"audit_entry WHERE action = 'phone-list/read' AND subject = 'person/{line.Person.Value}'"));

        await _talks.Database.ExecuteAsync("UPDATE union_case SET status = 2, closed_at = $1", Now);
        Assert.Empty(await PhoneListAsync());
    }

    [Fact]
    public async Task Who_asked_to_be_forgotten_and_is_held_stands_on_the_telephone_list_once_due()
    {
        await BindAsync("wang");
        await _talks.SayAsync("wang", "人工");
        await AskToBeForgottenAsync("wang");
        Assert.Empty(await PhoneListAsync());

        _talks.Inbox.Get<BusinessClock>().Offset = TimeSpan.FromDays(8);

        var line = Assert.Single(await PhoneListAsync());
        Assert.Equal(("case/open", null), (line.HeldBy, line.UnfollowedAt));
    }

    public async Task InitializeAsync()
    {
        _talks = await MemberTalks.StartAsync();
        await _talks.AddMemberAsync(17, "王芳", Phone);
    }

    public async Task DisposeAsync() => await _talks.DisposeAsync();

    private async Task BindAsync(string person)
    {
        await _talks.SayAsync(person, "绑定", "王芳", Phone);
        await _talks.SayAsync(person, await _talks.LastCodeAsync(person));
        await _talks.PassAsync(TimeSpan.FromMinutes(2));
    }

    private async Task AskToBeForgottenAsync(string person)
    {
        await _talks.SayAsync(person, "删除我的资料", "确认删除");
        await _talks.SayAsync(person, await _talks.LastCodeAsync(person));
        Assert.Equal(1L, await CountAsync("deletion_request WHERE ended_at IS NULL"));
    }

    private Task UnfollowAsync(string person) =>
        _talks.Inbox.Get<Followers>().UnfollowAsync("wechat", person, Now, CancellationToken.None);

    private async Task<IReadOnlyList<PhoneListLine>> PhoneListAsync()
    {
        await using var scope = _talks.Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PhoneList>().ReadAsync(StaffScope.Whole, reader: 1, CancellationToken.None);
    }

    private Task<JobReport> EraseAsync(DateTimeOffset due) => RunAsync<EraseDueData>(due);

    private async Task<JobReport> RunAsync<TJob>(DateTimeOffset due) where TJob : class, IJob
    {
        await using var scope = _talks.Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TJob>().RunAsync(due, CancellationToken.None);
    }

    private Task<long> CountAsync(string rows) => _talks.Database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");
}

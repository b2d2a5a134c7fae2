using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.SystemTests.StaffConsole;

public sealed class OutboxPageTests(ConsoleUnderTest console) : IClassFixture<ConsoleUnderTest>
{
    private const string Page = "/console/outbox";
    private const string Switch = "/console/outbox/switch";

    [Fact]
    public async Task Sending_is_stopped_and_started_by_a_named_person_with_a_reason()
    {
        var staff = await console.AddReadyAsync("stopper", RoleKind.Operator);

        await staff.Browser.OpenAsync(Switch);
        await staff.Browser.SubmitAsync(Switch, ("deed", "stop"), ("reason", " "), ("version", Versions.In(staff.Browser.Page)));
        Assert.Contains("请写一下为什么", staff.Browser.Page, StringComparison.Ordinal);
        Assert.False(await IsStoppedAsync());

        Assert.Equal(HttpStatusCode.SeeOther, await staff.Browser.SubmitAsync(Switch, ("deed", "stop"), ("reason", "发错了通知"), ("version", Versions.In(staff.Browser.Page))));
        await staff.Browser.FollowAsync();
        Assert.Contains("已经停发", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("赵敏", staff.Browser.Page, StringComparison.Ordinal);
        Assert.True(await IsStoppedAsync());

        await staff.Browser.OpenAsync(Switch);
        await staff.Browser.SubmitAsync(Switch, ("deed", "start"), ("reason", "改好了"), ("version", Versions.In(staff.Browser.Page)));
        Assert.False(await IsStoppedAsync());
        Assert.Equal("发错了通知", await console.Database.ScalarAsync<string>(
            "SELECT reason FROM audit_entry WHERE action = 'sending/stopped' AND actor_id = $1", staff.Staff));
    }

    [Fact]
    public async Task Who_works_for_a_part_of_the_tree_does_not_stop_all()
    {
        var staff = await console.AddReadyAsync("part", RoleKind.Operator);
        await console.BelongToDistrictAsync(staff.Staff);
        await staff.Browser.OpenAsync(Page);
        Assert.DoesNotContain($"href=\"{Switch}\"", staff.Browser.Page, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.SubmitAsync(Switch, ("deed", "stop"), ("reason", "试试")));
        Assert.Equal(HttpStatusCode.Forbidden, await staff.Browser.OpenAsync(Switch));
    }

    [Fact]
    public async Task A_silent_day_is_set_and_taken_back()
    {
        var staff = await console.AddReadyAsync("quiet", RoleKind.Administrator);
        await staff.Browser.OpenAsync(Page);

        await staff.Browser.SubmitAsync(Page, ("deed", "set"), ("day", "2020-01-24"), ("reason", "除夕"));
        Assert.Contains("这一天已经过去了", staff.Browser.Page, StringComparison.Ordinal);
        await staff.Browser.SubmitAsync(Page, ("deed", "set"), ("day", "2099-02-05"), ("reason", "除夕"));
        await staff.Browser.OpenAsync(Page);
        Assert.Contains("2099-02-05", staff.Browser.Page, StringComparison.Ordinal);

        await staff.Browser.SubmitAsync(Page, ("deed", "remove"), ("day", "2099-02-05"));
        await staff.Browser.OpenAsync(Page);
        Assert.DoesNotContain("2099-02-05", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Equal(2L, await console.Database.ScalarAsync<long>(
            "SELECT count(*) FROM audit_entry WHERE subject = 'day/2099-02-05' AND actor_id = $1", staff.Staff));
    }

    [Fact]
    public async Task A_message_that_may_have_arrived_is_listed_with_its_case()
    {
        var staff = await console.AddReadyAsync("finder", RoleKind.Auditor);
        var number = await console.AddCaseAsync("visitor-unknown");
        await TellTomorrowAsync("visitor-unknown", number);
        await console.Database.ExecuteAsync("UPDATE outbound SET status = 7 WHERE occasion = $1", $"case/{number}/answer/1");

        await staff.Browser.OpenAsync(Page);

        Assert.Contains($"<a href=\"/console/cases/{number}\">工作人员的回复</a>", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_the_tree_sees_unknown_outcomes_of_its_people_only()
    {
        var staff = await console.AddReadyAsync("part-finder", RoleKind.Auditor);
        await console.BelongToDistrictAsync(staff.Staff);
        var (own, other) = (await console.AddCaseAsync("own-unknown"), await console.AddCaseAsync("other-unknown"));
        foreach (var (address, number) in new[] { ("own-unknown", own), ("other-unknown", other) }) await TellTomorrowAsync(address, number);
        await console.Database.ExecuteAsync("UPDATE outbound SET status = 7 WHERE occasion IN ($1, $2)", $"case/{own}/answer/1", $"case/{other}/answer/1");
        await console.AddMemberAsync(27, "NO27");
        await console.Database.ExecuteAsync(
            "UPDATE member SET organisation_id = 7, person_id = (SELECT person_id FROM union_case WHERE id = $1) WHERE id = 27", own);

        await staff.Browser.OpenAsync(Page);

        Assert.Contains($"href=\"/console/cases/{own}\"", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"/console/cases/{other}\"", staff.Browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_at_the_switch_sees_what_the_first_did_and_what_they_wrote_themselves()
    {
        var (first, second) = (await console.AddReadyAsync("first", RoleKind.Operator), await console.AddReadyAsync("second", RoleKind.Administrator));
        await first.Browser.OpenAsync(Switch);
        await second.Browser.OpenAsync(Switch);

        await first.Browser.SubmitAsync(Switch, ("deed", "stop"), ("reason", "演练"), ("version", Versions.In(first.Browser.Page)));
        await second.Browser.SubmitAsync(Switch, ("deed", "stop"), ("reason", "发错了"), ("version", Versions.In(second.Browser.Page)));

        Assert.Contains("同事刚动过开关", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("现在已经停发", second.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("value=\"发错了\"", second.Browser.Page, StringComparison.Ordinal);
        await console.Database.ExecuteAsync("UPDATE send_switch SET is_stopped = false");
    }

    [Fact]
    public async Task What_goes_wrong_in_the_machine_is_said_kindly_and_tells_nothing_of_it()
    {
        var staff = await console.AddReadyAsync("broken", RoleKind.Auditor);
        await console.Database.ExecuteAsync("ALTER TABLE silent_day RENAME TO silent_day_away");
        try
        {
            Assert.Equal(HttpStatusCode.InternalServerError, await staff.Browser.OpenAsync(Page));
        }
        finally
        {
            await console.Database.ExecuteAsync("ALTER TABLE silent_day_away RENAME TO silent_day");
        }

        Assert.Contains("请告诉技术人员", staff.Browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("silent_day", staff.Browser.Page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Assert.Single(staff.Browser.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private Task<bool> IsStoppedAsync() => console.Database.ScalarAsync<bool>("SELECT is_stopped FROM send_switch");

    private async Task TellTomorrowAsync(string address, long @case)
    {
        await using var scope = console.Bot.Services.CreateAsyncScope();
        var person = await console.Bot.Services.GetRequiredService<PeopleByAddress>().FindAsync("web", address, CancellationToken.None);
        var tomorrow = console.Bot.Services.GetRequiredService<BusinessClock>().GetUtcNow().AddDays(1);
        var draft = new OutboundDraft(person!.Value, $"case/{@case}/answer/1", new StaffAnswer(@case, "您好"), tomorrow, tomorrow.AddDays(1))
        {
            Kind = MessageKind.StaffAnswer,
        };
        await scope.ServiceProvider.GetRequiredService<Outbox>().AddAsync([draft], CancellationToken.None);
    }
}

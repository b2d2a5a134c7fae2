using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Cases;

/// <summary>The platform takes five messages a person in 48 hours: a backlog of alarms must not use them up.</summary>
public sealed class GatheredAlarmTests : OfficeTests
{
    private const string CryForHelp = "我不想活了";

    private static readonly TimeSpan JustOverTwoMinutes = TimeSpan.FromSeconds(121);

    [Fact]
    public async Task Alarms_that_are_due_at_the_same_time_call_the_same_person_by_one_message_with_all_numbers()
    {
        await Office.OnDutyAsync("赵敏");
        var alarms = await RaisedAsync("甲", "乙", "丙", "丁", "戊", "己", "庚");

        var call = Assert.Single(await Office.ToldAsync("赵敏"));

        Assert.All(alarms, alarm => Assert.Contains($"警报 {alarm}：", call, StringComparison.Ordinal));
        Assert.DoesNotContain("不想活", call, StringComparison.Ordinal);
        var occasions = await Office.ReadsAsync(db => db.Set<OutboundMessage>()
            .Where(m => m.Occasion.StartsWith("alarm")).Select(m => m.Occasion).ToListAsync());
        var calls = await Office.ReadsAsync(db => db.Set<AlarmCall>().AsNoTracking().ToListAsync());
        Assert.Equal(alarms, calls.Select(c => c.AlarmId).Order());
        Assert.All(calls, c => Assert.Equal(Assert.Single(occasions), c.Occasion));
    }

    [Fact]
    public async Task After_two_minutes_the_next_on_the_rota_is_called_to_all_of_them_and_the_later_one_is_not_waited_for()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await RaisedAsync("甲", "乙");
        await Office.SendsAllAsync(OutboundStatus.Accepted);

        Office.Waits(TimeSpan.FromMinutes(1));
        await RaisedAsync("丙");
        await Office.SendsAllAsync(OutboundStatus.Accepted);
        Office.Waits(TimeSpan.FromSeconds(61));
        await Office.RoundAsync();

        Assert.Equal(2, (await Office.ToldAsync("赵敏")).Count);
        Assert.Contains("有 2 个警报", Assert.Single(await Office.ToldAsync("周静")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gathered_call_that_reached_nobody_costs_none_of_its_alarms_two_minutes()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await RaisedAsync("甲", "乙");
        await Office.SendsAllAsync(OutboundStatus.HeldForContact);

        Assert.Equal(2, (await Office.RoundAsync()).Count(step => step.LastWasLost));

        Assert.Contains("有 2 个警报", Assert.Single(await Office.ToldAsync("周静")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gathered_call_that_waits_is_withdrawn_only_when_all_its_alarms_are_taken()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        var alarms = await RaisedAsync("甲", "乙");
        await Office.SendsAllAsync(OutboundStatus.HeldForContact);
        await Office.RoundAsync();
        await Office.SendsAllAsync(OutboundStatus.Accepted);

        await Office.SaysAsync("周静", $"收到 {alarms[0]}");
        Assert.Equal(1, await HeldAsync());

        await Office.SaysAsync("周静", $"收到 {alarms[1]}");
        Assert.Equal(0, await HeldAsync());
        Assert.DoesNotContain("警报", await Office.SaysAsync("赵敏", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_colleagues_who_take_different_alarms_of_one_message_at_once_leave_no_call_behind()
    {
        foreach (var name in new[] { "赵敏", "周静", "李强" }) await Office.OnDutyAsync(name);
        await using var second = await Office.SecondHostAsync();
        for (var round = 0; round < Effort.Of(ordinary: 5, full: 50); round++)
        {
            var alarms = await RaisedAsync($"甲{round}", $"乙{round}");
            await Office.SendsAllAsync(OutboundStatus.HeldForContact);

            await Task.WhenAll(Office.SaysAsync("周静", $"收到 {alarms[0]}"), second.SaysAsync("李强", $"收到 {alarms[1]}"));

            Assert.Equal(0, await HeldAsync());
            Office.Waits(JustOverTwoMinutes);
            second.Waits(JustOverTwoMinutes);
        }
    }

    [Fact]
    public async Task All_of_a_gathered_call_are_taken_by_one_word()
    {
        await Office.OnDutyAsync("赵敏");
        await RaisedAsync("甲", "乙", "丙");

        Assert.Contains("由您负责", await Office.SaysAsync("赵敏", "收到 全部"), StringComparison.Ordinal);

        Office.Waits(JustOverTwoMinutes);
        Assert.Empty(await Office.RoundAsync());
    }

    /// <summary>Each person cries for help, and the round that follows calls to all of them.</summary>
    /// <returns>The numbers of the alarms, ascending.</returns>
    private async Task<IReadOnlyList<long>> RaisedAsync(params string[] people)
    {
        foreach (var person in people) await Office.SaysAsync(person, CryForHelp);
        return [.. (await Office.RoundAsync()).Select(step => step.AlarmId).Order()];
    }

    private Task<int> HeldAsync() => Office.ReadsAsync(db => db.Set<OutboundMessage>()
        .CountAsync(m => m.Status == OutboundStatus.HeldForContact || m.Status == OutboundStatus.Queued));
}

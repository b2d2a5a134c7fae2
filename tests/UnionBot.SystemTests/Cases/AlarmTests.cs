using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;

namespace UnionBot.SystemTests.Cases;

public sealed class AlarmTests : OfficeTests
{
    private const string CryForHelp = "我不想活了，我住历下区1号";

    [Fact]
    public async Task An_alarm_calls_the_first_on_the_rota_without_the_persons_words()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await Office.SaysAsync("王芳", CryForHelp);

        var step = Assert.Single(await Office.RoundAsync());

        Assert.Equal((1, 1), (step.Step, step.Called));
        var call = Assert.Single(await Office.ToldAsync("赵敏"));
        Assert.Contains($"收到 {step.AlarmId}", call, StringComparison.Ordinal);
        Assert.DoesNotContain("不想活", call, StringComparison.Ordinal);
        Assert.DoesNotContain("历下", call, StringComparison.Ordinal);
        Assert.Empty(await Office.ToldAsync("周静"));
    }

    [Fact]
    public async Task After_two_minutes_the_next_on_the_rota_is_called_then_around_again()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await Office.SaysAsync("王芳", CryForHelp);
        await Office.RoundAsync();
        await Office.SendsAllAsync(OutboundStatus.Accepted);

        Office.Waits(TimeSpan.FromSeconds(115));
        Assert.Empty(await Office.RoundAsync());

        Office.Waits(TimeSpan.FromSeconds(10));
        await Office.RoundAsync();
        await Office.SendsAllAsync(OutboundStatus.Accepted);
        Assert.Single(await Office.ToldAsync("周静"));

        Office.Waits(TimeSpan.FromMinutes(2));
        await Office.RoundAsync();
        Assert.Equal(2, (await Office.ToldAsync("赵敏")).Count);
    }

    [Fact]
    public async Task Two_hosts_never_call_the_same_person_twice_for_one_step()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await using var second = await Office.SecondHostAsync();
        await Office.SaysAsync("王芳", CryForHelp);

        var steps = Effort.Of(ordinary: 6, full: 60);
        for (var step = 1; step <= steps; step++)
        {
            var rounds = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? Office : second).RoundAsync()));

            var made = Assert.Single(rounds.SelectMany(round => round));
            Assert.Equal(step, made.Step);
            Assert.InRange(made.Called, step <= 6 ? 1 : 0, 1);
            await Office.SendsAllAsync(OutboundStatus.Accepted);
            Office.Waits(AlarmTests.JustOverTwoMinutes);
            second.Waits(AlarmTests.JustOverTwoMinutes);
        }

        var calls = await Office.ReadsAsync(db => db.Set<AlarmCall>().CountAsync());
        Assert.Equal(calls, (await Office.ToldAsync("赵敏")).Count + (await Office.ToldAsync("周静")).Count);
    }

    [Fact]
    public async Task One_alone_on_duty_is_called_in_growing_gaps_and_every_step_is_still_told_elsewhere()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.StaffAsync("周静");
        await Office.SaysAsync("王芳", CryForHelp);

        var steps = new List<AlarmStep>();
        for (var minute = 0; minute <= 60; minute++)
        {
            steps.AddRange(await Office.RoundAsync());
            await Office.SendsAllAsync(OutboundStatus.Accepted);
            Office.Waits(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([0, 2, 6, 14, 30, 60], steps.Index().Where(s => s.Item.Called > 0).Select(s => s.Index * 2));
        Assert.Equal(31, steps.Count);
        Assert.All(steps, step => Assert.NotEqual(step.Called > 0, step.IsTooSoon));
        Assert.Equal(6, (await Office.ToldAsync("赵敏")).Count);
        Assert.Empty(await Office.ToldAsync("周静"));
    }

    [Fact]
    public async Task Whoever_answers_ends_the_calls_and_is_told_the_case_with_the_talk()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await Office.SaysAsync("王芳", CryForHelp);
        var alarm = Assert.Single(await Office.RoundAsync()).AlarmId;

        var answer = await Office.SaysAsync("赵敏", $"收到 {alarm}");

        var crisis = await Office.ReadsAsync(db => db.Set<Case>().SingleAsync(c => c.Kind == Case.Crisis));
        Assert.Contains($"cases show {crisis.Id}", answer, StringComparison.Ordinal);
        Office.Waits(TimeSpan.FromMinutes(30));
        Assert.Empty(await Office.RoundAsync());
        Assert.Contains("同事", await Office.SaysAsync("周静", $"收到 {alarm}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_without_a_number_is_enough_while_one_alarm_is_open()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.SaysAsync("王芳", CryForHelp);
        await Office.SaysAsync("李强", "工地着火了");
        var alarms = (await Office.RoundAsync()).Select(s => s.AlarmId).ToList();

        Assert.Contains("请带上编号", await Office.SaysAsync("赵敏", "收到"), StringComparison.Ordinal);
        await Office.SaysAsync("赵敏", $"收到{alarms[0]}。");
        await Office.SaysAsync("赵敏", "收到");

        Assert.False(await Office.ReadsAsync(db => db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null)));
    }

    [Fact]
    public async Task Several_alarms_are_taken_by_one_message_and_the_rest_by_another()
    {
        await Office.OnDutyAsync("赵敏");
        foreach (var person in new[] { "甲", "乙", "丙", "丁", "戊", "己", "庚" }) await Office.SaysAsync(person, CryForHelp);
        var alarms = (await Office.RoundAsync()).Select(s => s.AlarmId).Order().ToList();

        Assert.Contains("还有 2 个", await Office.SaysAsync("赵敏", "收到"), StringComparison.Ordinal);
        await Office.SaysAsync("赵敏", $"收到 {alarms[1]}，{alarms[2]}");
        Assert.Equal(5, await Office.ReadsAsync(db => db.Set<Alarm>().CountAsync(a => a.AcknowledgedAt == null)));

        await Office.SaysAsync("赵敏", "收到全部");
        Assert.False(await Office.ReadsAsync(db => db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null)));
    }

    [Fact]
    public async Task A_stranger_cannot_acknowledge_and_learns_nothing_of_alarms()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.SaysAsync("王芳", CryForHelp);
        var alarm = Assert.Single(await Office.RoundAsync()).AlarmId;

        var answer = await Office.SaysAsync("李强", $"收到 {alarm}");

        Assert.DoesNotContain("警报", answer, StringComparison.Ordinal);
        Assert.True(await Office.ReadsAsync(db => db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null)));
    }

    [Fact]
    public async Task When_nobody_is_on_duty_all_staff_who_can_be_reached_are_called_at_once()
    {
        await Office.StaffAsync("赵敏");
        await Office.StaffAsync("周静");
        await Office.StaffAsync("离开的人");
        await Office.UnfollowsAsync("离开的人");
        await Office.SaysAsync("王芳", CryForHelp);

        Assert.Equal(2, Assert.Single(await Office.RoundAsync()).Called);
        Assert.Single(await Office.ToldAsync("赵敏"));
        Assert.Single(await Office.ToldAsync("周静"));
        Assert.Empty(await Office.ToldAsync("离开的人"));
    }

    [Fact]
    public async Task When_nobody_can_be_reached_every_step_still_counts()
    {
        await Office.SaysAsync("王芳", CryForHelp);

        Assert.Equal(0, Assert.Single(await Office.RoundAsync()).Called);
        Assert.Empty(await Office.RoundAsync());
        Office.Waits(AlarmTests.JustOverTwoMinutes);
        Assert.Equal(2, Assert.Single(await Office.RoundAsync()).Step);
    }

    [Fact]
    public async Task A_call_that_the_platform_holds_back_does_not_cost_two_minutes()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await Office.SaysAsync("王芳", CryForHelp);
        await Office.RoundAsync();
        await Office.SendsAllAsync(OutboundStatus.HeldForContact);

        Assert.Single(await Office.RoundAsync());
        Assert.Single(await Office.ToldAsync("周静"));
        await Office.SendsAllAsync(OutboundStatus.HeldForContact);
        Assert.Empty(await Office.RoundAsync());
    }

    [Fact]
    public async Task A_call_held_back_is_withdrawn_once_a_colleague_has_answered()
    {
        await Office.OnDutyAsync("赵敏");
        await Office.OnDutyAsync("周静");
        await Office.SaysAsync("王芳", CryForHelp);
        await Office.RoundAsync();
        await Office.SendsAllAsync(OutboundStatus.HeldForContact);
        await Office.RoundAsync();
        await Office.SaysAsync("周静", "收到");

        Assert.DoesNotContain("警报", await Office.SaysAsync("赵敏", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_desperate_messages_raise_one_alarm_until_it_is_answered()
    {
        await Office.OnDutyAsync("赵敏");
        for (var n = 0; n < 10; n++) await Office.SaysAsync("王芳", CryForHelp);

        var alarm = Assert.Single(await Office.RoundAsync());
        await Office.SaysAsync("赵敏", $"收到 {alarm.AlarmId}");
        await Office.SaysAsync("王芳", CryForHelp);

        Assert.NotEqual(alarm.AlarmId, Assert.Single(await Office.RoundAsync()).AlarmId);
    }

    private static readonly TimeSpan JustOverTwoMinutes = TimeSpan.FromSeconds(121);
}

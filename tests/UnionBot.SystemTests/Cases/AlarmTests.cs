using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Cases;

public sealed class AlarmTests : IAsyncLifetime
{
    private const string CryForHelp = "我不想活了，我住历下区1号";

    private TestDatabase _database = null!;
    private UnionOffice _office = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _office = await UnionOffice.OpenAsync(_database);
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task An_alarm_calls_the_first_on_the_rota_without_the_persons_words()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.OnDutyAsync("周静");
        await _office.SaysAsync("王芳", CryForHelp);

        var step = Assert.Single(await _office.RoundAsync());

        Assert.Equal((1, 1), (step.Step, step.Called));
        var call = Assert.Single(await _office.ToldAsync("赵敏"));
        Assert.Contains($"收到 {step.AlarmId}", call, StringComparison.Ordinal);
        Assert.DoesNotContain("不想活", call, StringComparison.Ordinal);
        Assert.DoesNotContain("历下", call, StringComparison.Ordinal);
        Assert.Empty(await _office.ToldAsync("周静"));
    }

    [Fact]
    public async Task After_two_minutes_the_next_on_the_rota_is_called_then_around_again()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.OnDutyAsync("周静");
        await _office.SaysAsync("王芳", CryForHelp);
        await _office.RoundAsync();
        await _office.SendsAllAsync(OutboundStatus.Accepted);

        _office.Waits(TimeSpan.FromSeconds(115));
        Assert.Empty(await _office.RoundAsync());

        _office.Waits(TimeSpan.FromSeconds(10));
        await _office.RoundAsync();
        await _office.SendsAllAsync(OutboundStatus.Accepted);
        Assert.Single(await _office.ToldAsync("周静"));

        _office.Waits(TimeSpan.FromMinutes(2));
        await _office.RoundAsync();
        Assert.Equal(2, (await _office.ToldAsync("赵敏")).Count);
    }

    [Fact]
    public async Task Two_hosts_never_call_the_same_person_twice_for_one_step()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.OnDutyAsync("周静");
        await using var second = await _office.SecondHostAsync();
        await _office.SaysAsync("王芳", CryForHelp);

        for (var step = 1; step <= 6; step++)
        {
            var rounds = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => (n % 2 == 0 ? _office : second).RoundAsync()));

            Assert.Equal(step, Assert.Single(rounds.SelectMany(steps => steps)).Step);
            await _office.SendsAllAsync(OutboundStatus.Accepted);
            _office.Waits(AlarmTests.JustOverTwoMinutes);
            second.Waits(AlarmTests.JustOverTwoMinutes);
        }

        Assert.Equal((3, 3), ((await _office.ToldAsync("赵敏")).Count, (await _office.ToldAsync("周静")).Count));
    }

    [Fact]
    public async Task Whoever_answers_ends_the_calls_and_is_told_the_case_with_the_talk()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.OnDutyAsync("周静");
        await _office.SaysAsync("王芳", CryForHelp);
        var alarm = Assert.Single(await _office.RoundAsync()).AlarmId;

        var answer = await _office.SaysAsync("赵敏", $"收到 {alarm}");

        var crisis = await _office.ReadsAsync(db => db.Set<Case>().SingleAsync(c => c.Kind == Case.Crisis));
        Assert.Contains($"cases show {crisis.Id}", answer, StringComparison.Ordinal);
        _office.Waits(TimeSpan.FromMinutes(30));
        Assert.Empty(await _office.RoundAsync());
        Assert.Contains("同事", await _office.SaysAsync("周静", $"收到 {alarm}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Received_without_a_number_is_enough_while_one_alarm_is_open()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.SaysAsync("王芳", CryForHelp);
        await _office.SaysAsync("李强", "工地着火了");
        var alarms = (await _office.RoundAsync()).Select(s => s.AlarmId).ToList();

        Assert.Contains("请带上编号", await _office.SaysAsync("赵敏", "收到"), StringComparison.Ordinal);
        await _office.SaysAsync("赵敏", $"收到{alarms[0]}。");
        await _office.SaysAsync("赵敏", "收到");

        Assert.False(await _office.ReadsAsync(db => db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null)));
    }

    [Fact]
    public async Task A_stranger_cannot_acknowledge_and_learns_nothing_of_alarms()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.SaysAsync("王芳", CryForHelp);
        var alarm = Assert.Single(await _office.RoundAsync()).AlarmId;

        var answer = await _office.SaysAsync("李强", $"收到 {alarm}");

        Assert.DoesNotContain("警报", answer, StringComparison.Ordinal);
        Assert.True(await _office.ReadsAsync(db => db.Set<Alarm>().AnyAsync(a => a.AcknowledgedAt == null)));
    }

    [Fact]
    public async Task When_nobody_is_on_duty_all_staff_who_can_be_reached_are_called_at_once()
    {
        await _office.StaffAsync("赵敏");
        await _office.StaffAsync("周静");
        await _office.StaffAsync("离开的人");
        await _office.UnfollowsAsync("离开的人");
        await _office.SaysAsync("王芳", CryForHelp);

        Assert.Equal(2, Assert.Single(await _office.RoundAsync()).Called);
        Assert.Single(await _office.ToldAsync("赵敏"));
        Assert.Single(await _office.ToldAsync("周静"));
        Assert.Empty(await _office.ToldAsync("离开的人"));
    }

    [Fact]
    public async Task When_nobody_can_be_reached_every_step_still_counts()
    {
        await _office.SaysAsync("王芳", CryForHelp);

        Assert.Equal(0, Assert.Single(await _office.RoundAsync()).Called);
        Assert.Empty(await _office.RoundAsync());
        _office.Waits(AlarmTests.JustOverTwoMinutes);
        Assert.Equal(2, Assert.Single(await _office.RoundAsync()).Step);
    }

    [Fact]
    public async Task A_call_that_the_platform_holds_back_does_not_cost_two_minutes()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.OnDutyAsync("周静");
        await _office.SaysAsync("王芳", CryForHelp);
        await _office.RoundAsync();
        await _office.SendsAllAsync(OutboundStatus.HeldForContact);

        Assert.Single(await _office.RoundAsync());
        Assert.Single(await _office.ToldAsync("周静"));
        await _office.SendsAllAsync(OutboundStatus.HeldForContact);
        Assert.Empty(await _office.RoundAsync());
    }

    [Fact]
    public async Task A_call_held_back_is_withdrawn_once_a_colleague_has_answered()
    {
        await _office.OnDutyAsync("赵敏");
        await _office.OnDutyAsync("周静");
        await _office.SaysAsync("王芳", CryForHelp);
        await _office.RoundAsync();
        await _office.SendsAllAsync(OutboundStatus.HeldForContact);
        await _office.RoundAsync();
        await _office.SaysAsync("周静", "收到");

        Assert.DoesNotContain("警报", await _office.SaysAsync("赵敏", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_desperate_messages_raise_one_alarm_until_it_is_answered()
    {
        await _office.OnDutyAsync("赵敏");
        for (var n = 0; n < 10; n++) await _office.SaysAsync("王芳", CryForHelp);

        var alarm = Assert.Single(await _office.RoundAsync());
        await _office.SaysAsync("赵敏", $"收到 {alarm.AlarmId}");
        await _office.SaysAsync("王芳", CryForHelp);

        Assert.NotEqual(alarm.AlarmId, Assert.Single(await _office.RoundAsync()).AlarmId);
    }

    private static readonly TimeSpan JustOverTwoMinutes = TimeSpan.FromSeconds(121);
}

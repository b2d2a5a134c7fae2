using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Services.Membership.Retention;

namespace UnionBot.SystemTests.Membership;

public sealed class RetentionTests : IAsyncLifetime
{
    private MemberTalks _talks = null!;

    private DateTimeOffset Now => _talks.Inbox.Get<BusinessClock>().GetUtcNow();

    [Fact]
    public async Task Words_are_emptied_after_180_days_and_not_before()
    {
        await _talks.SayAsync("wang", "菜单");

        await ApplyAsync(Now.AddDays(179));
        Assert.Equal(1L, await CountAsync("inbound WHERE body IS NOT NULL"));
        Assert.Equal(1L, await CountAsync("outbound WHERE text <> ''"));

        await ApplyAsync(Now.AddDays(181));
        Assert.Equal(0L, await CountAsync("inbound WHERE body IS NOT NULL"));
        Assert.Equal(0L, await CountAsync("outbound WHERE text <> ''"));
        Assert.Equal(1L, await CountAsync("outbound"));
    }

    [Fact]
    public async Task A_month_that_is_wholly_past_its_time_is_dropped_and_the_ledger_stays()
    {
        await _talks.SayAsync("wang", "菜单");

        await ApplyAsync(Now.AddDays(180 + 32));

        Assert.Equal(0L, await CountAsync("pg_inherits WHERE inhparent = 'inbound'::regclass"));
        Assert.Equal(1L, await CountAsync("outbound"));
    }

    [Fact]
    public async Task The_month_of_today_is_made_again_when_somebody_writes()
    {
        await _talks.SayAsync("wang", "菜单");
        await ApplyAsync(Now.AddDays(180 + 32));

        Assert.Contains("工会", await _talks.SayAsync("wang", "菜单"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_go_after_thirty_days()
    {
        await _talks.SayAsync("wang", "绑定", "王芳", "13800000001");
        await _talks.SayAsync("wang", await _talks.LastCodeAsync("wang"));

        await ApplyAsync(Now.AddDays(29));
        Assert.Equal(1L, await CountAsync("one_time_code"));
        await ApplyAsync(Now.AddDays(31));
        Assert.Equal(0L, await CountAsync("one_time_code"));
    }

    [Fact]
    public async Task An_expired_code_loses_its_phone()
    {
        await _talks.SayAsync("wang", "绑定", "王芳", "13800000001");
        await _talks.PassAsync(TimeSpan.FromMinutes(11));

        await using var scope = _talks.Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EmptyExpiredCodes>().RunAsync(Now, CancellationToken.None);

        Assert.Equal(0L, await CountAsync("one_time_code WHERE phone IS NOT NULL OR code IS NOT NULL"));
    }

    [Fact]
    public void Every_rule_says_how_long_and_who_says_so() => Assert.All(RetentionRules.All, rule =>
    {
        Assert.InRange(rule.Days, 30, 3 * 365);
        Assert.NotEmpty(rule.Source);
    });

    public async Task InitializeAsync() => _talks = await MemberTalks.StartAsync();

    public async Task DisposeAsync() => await _talks.DisposeAsync();

    private async Task ApplyAsync(DateTimeOffset due)
    {
        await using var scope = _talks.Inbox.Get<IServiceScopeFactory>().CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ApplyRetention>().RunAsync(due, CancellationToken.None);
    }

    private Task<long> CountAsync(string rows) => _talks.Database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");
}

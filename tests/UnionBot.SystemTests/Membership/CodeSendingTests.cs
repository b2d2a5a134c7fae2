using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using UnionBot.Web.Channels.Sms;

namespace UnionBot.SystemTests.Membership;

public sealed class CodeSendingTests : IAsyncLifetime
{
    private const string Phone = "13800000001";

    private readonly CodeSenderFake _sender = new();
    private MemberTalks _talks = null!;

    [Fact]
    public async Task A_code_is_sent_once_although_two_hosts_look()
    {
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);
        var code = await _talks.LastCodeAsync("wang");

        await Task.WhenAll(Worker().SendDueAsync(default), Worker().SendDueAsync(default), Worker().SendDueAsync(default));

        var (phone, text) = Assert.Single(_sender.Sent);
        Assert.Equal(Phone, phone);
        Assert.Contains(code, text, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync("one_time_code WHERE code IS NULL AND sent_at IS NOT NULL"));
        Assert.Contains("核对", await _talks.SayAsync("wang", code), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_a_code_cannot_be_sent_the_person_is_told_how_to_go_on_and_nothing_is_sent_again(bool throws)
    {
        (_sender.Refuses, _sender.Throws) = (!throws, throws);
        await _talks.SayAsync("wang", "绑定", "王芳", Phone);

        await Worker().SendDueAsync(default);
        await Worker().SendDueAsync(default);

        Assert.Equal(1, _sender.Tries);
        Assert.Equal(1L, await CountAsync("outbound WHERE occasion LIKE 'membership/code-not-sent/%'"));
        Assert.Equal(0L, await CountAsync("one_time_code WHERE code IS NOT NULL"));
    }

    public async Task InitializeAsync() => _talks = await MemberTalks.StartAsync();

    public async Task DisposeAsync() => await _talks.DisposeAsync();

    private CodeSenderWorker Worker() => new(
        _talks.Inbox.Get<IServiceScopeFactory>(), _sender, TimeProvider.System, NullLogger<CodeSenderWorker>.Instance);

    private Task<long> CountAsync(string rows) => _talks.Database.ScalarAsync<long>($"SELECT count(*) FROM {rows}");
}

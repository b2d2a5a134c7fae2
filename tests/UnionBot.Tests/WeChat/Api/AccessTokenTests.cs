using Microsoft.AspNetCore.Http;
using UnionBot.WeChat.Api;

namespace UnionBot.Tests.WeChat.Api;

public sealed class AccessTokenTests : IAsyncLifetime
{
    private const string TokenPath = "/cgi-bin/stable_token";
    private const string SendPath = "/cgi-bin/message/custom/send";
    private const string Ok = """{"errcode":0,"errmsg":"ok"}""";
    private const string StaleToken = """{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 66"}""";

    private ScriptedPlatform _platform = null!;

    public async Task InitializeAsync() => _platform = await ScriptedPlatform.StartAsync();

    public async Task DisposeAsync() => await _platform.DisposeAsync();

    [Fact]
    public async Task One_token_serves_all_calls_at_once()
    {
        using var client = _platform.NewClient();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => SendAsync(client)));

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcomeKind.Sent, outcome.Kind));
        Assert.Equal(1, _platform.CountOf(TokenPath));
        Assert.Equal(ScriptedPlatform.ValidToken + "1", _platform.Last(SendPath).Token);
        var asked = _platform.Last(TokenPath);
        Assert.Equal(
            """{"grant_type":"client_credential","appid":"wx1234567890abcdef","secret":"the-app-secret-0123456789","force_refresh":false}""",
            asked.Text);
        Assert.Equal("", asked.Query);
    }

    [Theory]
    [InlineData(40001)]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task A_refused_token_is_replaced_by_force_and_the_call_sent_again(int code)
    {
        using var client = _platform.NewClient();
        _platform.Answers(SendPath, $$"""{"errcode":{{code}},"errmsg":"no"}""", Ok);

        Assert.Equal(SendOutcome.Sent, await SendAsync(client));

        Assert.Equal(2, _platform.CountOf(SendPath));
        Assert.Equal(2, _platform.CountOf(TokenPath));
        Assert.True(_platform.Last(TokenPath).Json.GetProperty("force_refresh").GetBoolean());
        Assert.EndsWith("2", _platform.Last(SendPath).Token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_refused_twice_is_not_tried_a_third_time()
    {
        using var client = _platform.NewClient();
        _platform.Answer(SendPath, StaleToken);

        var outcome = await SendAsync(client);

        Assert.Equal((SendOutcomeKind.Misconfigured, 40001, true), (outcome.Kind, outcome.ErrorCode, outcome.IsAccountWide));
        Assert.Equal((2, 2), (_platform.CountOf(SendPath), _platform.CountOf(TokenPath)));
    }

    [Fact]
    public async Task Two_processes_with_the_same_dead_token_replace_it_once()
    {
        using var one = _platform.NewClient();
        using var other = _platform.NewClient();
        await Task.WhenAll(one.CheckTokenAsync(), other.CheckTokenAsync());
        _platform.Handle(SendPath, http => http.Response.WriteAsync(
            http.Request.Query["access_token"].ToString().EndsWith('1') ? StaleToken : Ok, http.RequestAborted));

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(number => SendAsync(number % 2 == 0 ? one : other)));

        Assert.All(outcomes, outcome => Assert.Equal(SendOutcome.Sent, outcome));
        Assert.Equal(2, _platform.CountOf(TokenPath));
        Assert.Equal(1, _platform.Store.State.ForcedCount);
    }

    [Fact]
    public async Task Another_process_fetching_is_waited_for()
    {
        using var client = _platform.NewClient();
        var leased = new AccessTokenState(7, LeasedUntil: _platform.Time.Now.AddSeconds(10));
        _platform.Store.State = leased;

        var sending = SendAsync(client);
        Assert.False(sending.IsCompleted);
        var token = new AccessToken("OTHERS", _platform.Time.Now.AddHours(1));
        await _platform.Store.TryReplaceAsync(leased, leased with { Token = token, LeasedUntil = null }, default);

        Assert.Equal(SendOutcome.Sent, await sending);
        Assert.Equal("OTHERS", _platform.Last(SendPath).Token);
        Assert.Equal(0, _platform.CountOf(TokenPath));
    }

    [Fact]
    public async Task A_process_that_died_while_fetching_is_not_waited_for()
    {
        using var client = _platform.NewClient();
        _platform.Store.State = new AccessTokenState(7, LeasedUntil: _platform.Time.Now);

        Assert.Equal(SendOutcome.Sent, await SendAsync(client));
        Assert.Null(_platform.Store.State.LeasedUntil);
    }

    [Fact]
    public async Task A_token_that_runs_out_is_fetched_again_without_force()
    {
        using var client = _platform.NewClient();
        await SendAsync(client);

        _platform.Time.Now += TimeSpan.FromSeconds(7200 - 60);
        await SendAsync(client);

        Assert.Equal(2, _platform.CountOf(TokenPath));
        Assert.False(_platform.Last(TokenPath).Json.GetProperty("force_refresh").GetBoolean());
    }

    [Fact]
    public async Task A_token_about_to_end_is_used_all_the_same()
    {
        using var client = _platform.NewClient();
        _platform.Answer(TokenPath, """{"access_token":"SHORT","expires_in":"30"}""");

        Assert.Equal(SendOutcome.Sent, await SendAsync(client));
        Assert.Equal(_platform.Time.Now.AddSeconds(1), _platform.Store.State.Token!.ExpiresAt);
    }

    [Fact]
    public async Task Force_is_not_used_twice_within_thirty_seconds()
    {
        using var client = _platform.NewClient();
        _platform.Answer(SendPath, StaleToken);
        await SendAsync(client);
        _platform.Time.Now += TimeSpan.FromSeconds(29);

        var early = await SendAsync(client);
        _platform.Time.Now += TimeSpan.FromSeconds(1);
        var later = await SendAsync(client);

        Assert.Equal((SendOutcomeKind.RetryLater, TimeSpan.FromSeconds(1)), (early.Kind, early.RetryAfter));
        Assert.Equal(SendOutcomeKind.Misconfigured, later.Kind);
        Assert.Equal(3, _platform.CountOf(TokenPath));
    }

    [Fact]
    public async Task Force_is_used_at_most_twenty_times_a_day_in_china()
    {
        using var client = _platform.NewClient();
        _platform.Answer(SendPath, StaleToken);
        await client.CheckTokenAsync();
        _platform.Store.State = _platform.Store.State with
        {
            ForcedAt = _platform.Time.Now.AddMinutes(-1),
            ForcedCount = 20,
        };

        Assert.Equal(SendOutcomeKind.Misconfigured, (await SendAsync(client)).Kind);
        Assert.Equal(1, _platform.CountOf(TokenPath));

        // 04:00 UTC is noon in China; its day ends at 16:00 UTC.
        _platform.Time.Now = new DateTimeOffset(2025, 7, 1, 16, 0, 0, TimeSpan.Zero);
        _platform.Store.State = _platform.Store.State with { Token = new AccessToken("DEAD", _platform.Time.Now.AddHours(1)) };
        await SendAsync(client);
        Assert.Equal(1, _platform.Store.State.ForcedCount);
    }

    [Fact]
    public async Task Wrong_credentials_are_told_and_not_tried_again_for_every_message()
    {
        using var client = _platform.NewClient();
        _platform.Answer(TokenPath, """{"errcode":40125,"errmsg":"invalid appsecret rid: 66aa-bb"}""");

        var first = await SendAsync(client);
        var second = await SendAsync(client);
        _platform.Time.Now += TimeSpan.FromMinutes(5);
        await SendAsync(client);

        Assert.Equal((SendOutcomeKind.Misconfigured, 40125, true), (first.Kind, first.ErrorCode, first.IsAccountWide));
        Assert.Equal("66aa-bb", first.Detail.RequestId);
        Assert.Equal(first, second);
        Assert.Equal(2, _platform.CountOf(TokenPath));
        Assert.Equal(0, _platform.CountOf(SendPath));
    }

    [Theory]
    [InlineData("invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist", "203.0.113.7")]
    [InlineData("invalid ip 2001:db8::7, not in whitelist rid: 1", "2001:db8::7")]
    public async Task An_address_missing_in_the_white_list_is_named(string message, string ip)
    {
        using var client = _platform.NewClient();
        _platform.Answer(TokenPath, $$"""{"errcode":40164,"errmsg":"{{message}}"}""");

        Assert.Equal(ip, (await client.CheckTokenAsync()).Detail.CallerIp);
    }

    [Fact]
    public async Task A_busy_token_endpoint_means_later()
    {
        using var client = _platform.NewClient();
        _platform.Answers(TokenPath, """{"errcode":-1,"errmsg":"system error"}""", "<html>502</html>", """{"access_token":"T","expires_in":7200}""");

        Assert.Equal(SendOutcomeKind.RetryLater, (await SendAsync(client)).Kind);
        Assert.Equal(SendOutcomeKind.RetryLater, (await SendAsync(client)).Kind);
        Assert.Equal(SendOutcomeKind.Sent, (await SendAsync(client)).Kind);
    }

    [Fact]
    public async Task A_cancelled_fetch_leaves_no_lease_behind()
    {
        using var client = _platform.NewClient();
        using var cancel = new CancellationTokenSource();
        _platform.Handle(TokenPath, async http =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CheckTokenAsync(cancel.Token));

        Assert.Null(_platform.Store.State.LeasedUntil);
    }

    [Fact]
    public void A_token_does_not_print_itself()
    {
        var token = new AccessToken("TOKENVALUE", DateTimeOffset.UnixEpoch);

        Assert.DoesNotContain("TOKENVALUE", $"{token} {new AccessTokenState(1, token)}", StringComparison.Ordinal);
    }

    private static Task<SendOutcome> SendAsync(WeChatClient client) =>
        client.CustomMessages.SendAsync("o1", new CustomText("你好"));
}

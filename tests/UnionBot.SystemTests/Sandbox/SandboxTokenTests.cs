using System.Text.Json.Nodes;

namespace UnionBot.SystemTests.Sandbox;

public sealed class SandboxTokenTests : IAsyncLifetime
{
    private const string AnyCall = "/cgi-bin/get_api_domain_ip";

    private SandboxUnderTest _sandbox = null!;

    public async Task InitializeAsync() => _sandbox = await SandboxUnderTest.StartAsync();

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_token_is_long_and_lives_two_hours()
    {
        var answer = await AskAsync();

        Assert.True(((string)answer["access_token"]!).Length > 136);
        Assert.Equal(7_200, (int)answer["expires_in"]!);
    }

    [Fact]
    public async Task Of_three_tokens_the_last_two_are_valid()
    {
        var tokens = new[] { await TakeAsync(), await TakeAsync(), await TakeAsync() };

        Assert.Equal(40001, await TryAsync(tokens[0]));
        Assert.Equal(0, await TryAsync(tokens[1]));
        Assert.Equal(0, await TryAsync(tokens[2]));
    }

    [Fact]
    public async Task The_stable_token_stays_the_same_and_plain_ones_do_not_end_it()
    {
        var stable = await _sandbox.TakeTokenAsync();
        for (var i = 0; i < 3; i++) await TakeAsync();

        Assert.Equal(stable, await _sandbox.TakeTokenAsync());
        Assert.Equal(0, await TryAsync(stable));
    }

    [Fact]
    public async Task A_forced_refresh_ends_the_old_token_at_once_and_a_second_within_thirty_seconds_does_nothing()
    {
        var old = await _sandbox.TakeTokenAsync();
        var forced = await _sandbox.TakeTokenAsync(force: true);

        Assert.NotEqual(old, forced);
        Assert.Equal(40001, await TryAsync(old));
        Assert.Equal(forced, await _sandbox.TakeTokenAsync(force: true));
    }

    [Theory]
    [InlineData(true, 42001)]
    [InlineData(false, 40001)]
    public async Task Tokens_can_be_ended_on_demand(bool byAge, int errcode)
    {
        var token = await _sandbox.TakeTokenAsync();
        await _sandbox.ControlAsync($"/sandbox/token/expire?byAge={byAge}", new { });

        Assert.Equal(errcode, await TryAsync(token));
        Assert.Equal(0, await TryAsync(await _sandbox.TakeTokenAsync()));
    }

    [Theory]
    [InlineData("appid=wrong&secret=not-a-secret&grant_type=wrong", 40013)]
    [InlineData("appid=wx0123456789abcdef&secret=not-a-secret&grant_type=wrong", 40002)]
    [InlineData("appid=wx0123456789abcdef&secret=wrong&grant_type=client_credential", 40125)]
    [InlineData("secret=not-a-secret&grant_type=client_credential", 41002)]
    [InlineData("appid=wx0123456789abcdef&grant_type=client_credential", 41004)]
    public async Task Wrong_credentials_are_refused(string query, int errcode) =>
        Assert.Equal(errcode, (int)(await _sandbox.GetAsync("/cgi-bin/token?" + query))["errcode"]!);

    [Fact]
    public async Task A_call_without_a_token_is_refused() =>
        Assert.Equal(41001, (int)(await _sandbox.GetAsync(AnyCall))["errcode"]!);

    private Task<JsonNode> AskAsync() => _sandbox.GetAsync(
        $"/cgi-bin/token?grant_type=client_credential&appid={SandboxUnderTest.AppId}&secret={SandboxUnderTest.Secret}");

    private async Task<string> TakeAsync() => (string)(await AskAsync())["access_token"]!;

    private async Task<int> TryAsync(string token) =>
        (int?)(await _sandbox.CallWithAsync(token, AnyCall))["errcode"] ?? 0;
}

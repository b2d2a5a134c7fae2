using Microsoft.Extensions.DependencyInjection;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;
using UnionBot.Web.Setup.Health;

namespace UnionBot.SystemTests.Setup;

public sealed class AccountCheckTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task A_good_account_passes_token_callback_and_abilities()
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();
        await using var bot = await StartAsync(sandbox);

        // The bot publishes its menu as soon as it runs.
        await Eventually.HoldsAsync(async () => await Checks(bot).Single(c => c.Name == "account: menu").FaultAsync(default) is null);
        foreach (var check in Checks(bot)) Assert.Null(await check.FaultAsync(CancellationToken.None));
        Assert.Equal(6, Checks(bot).Count);
    }

    [Theory]
    [InlineData(40164, "IP白名单")]
    [InlineData(40125, "WeChat:AppSecret")]
    [InlineData(40013, "WeChat:AppId")]
    public async Task A_refused_token_says_what_to_do(int errorCode, string advice)
    {
        await using var sandbox = await SandboxUnderTest.StartAsync();
        await using var bot = await StartAsync(sandbox);
        await sandbox.ControlAsync("/sandbox/faults", new { kind = "error", path = "/cgi-bin/stable_token", errcode = errorCode, times = 9 });
        await sandbox.ControlAsync("/sandbox/token/expire?byAge=true", new { });

        var fault = await Checks(bot).First(check => check.Name.Contains("token", StringComparison.Ordinal))
            .FaultAsync(CancellationToken.None);

        Assert.Contains(advice, fault, StringComparison.Ordinal);
    }

    private static List<IOperatorCheck> Checks(RunningBot bot) =>
        [.. bot.Services.GetServices<IOperatorCheck>().Where(c => c.Name.StartsWith("account", StringComparison.Ordinal))];

    private async Task<RunningBot> StartAsync(SandboxUnderTest sandbox)
    {
        await fixture.Database.ExecuteAsync("DELETE FROM access_token");
        await fixture.Database.ExecuteAsync("DELETE FROM published_menu");
        return await RunningBot.StartAsync(
            fixture.Database,
            ("WeChat:AppId", SandboxUnderTest.AppId),
            ("WeChat:AppSecret", SandboxUnderTest.Secret),
            ("WeChat:Token", SandboxUnderTest.Token),
            ("WeChat:EncodingAESKey", SandboxUnderTest.AesKey),
            ("WeChat:ApiBaseUrl", sandbox.Http.BaseAddress!.ToString()));
    }
}

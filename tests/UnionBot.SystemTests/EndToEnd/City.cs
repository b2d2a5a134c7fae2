using System.Text.Json.Nodes;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The bot and the platform's stand-in, talking by signed and encrypted HTTP, on a database of their own.</summary>
public sealed class City : IAsyncLifetime, IAsyncDisposable
{
    public TestDatabase Database { get; private set; } = null!;

    public SandboxUnderTest Sandbox { get; private set; } = null!;

    public RunningBot Bot { get; private set; } = null!;

    /// <summary>Where the phone page is.</summary>
    public Uri PhonePage => Sandbox.Http.BaseAddress!;

    /// <summary>Where the web chat is.</summary>
    public Uri WebChat => new(Bot.Client.BaseAddress!, "/chat");

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Sandbox = await SandboxUnderTest.StartAsync("--mode", "safe");
        await StartBotAsync();
    }

    /// <summary>A follower writes; the answer as they read it.</summary>
    public async Task<string> SayAsync(string openId, string text)
    {
        var said = await Sandbox.SayAsync(openId, text);
        return string.Join('\n', said["reply"]!.AsArray().Select(bubble => (string?)bubble!["text"]));
    }

    /// <summary>All that the account ever told a follower.</summary>
    public async Task<JsonArray> DeliveredAsync(string openId) =>
        (await Sandbox.GetAsync($"/sandbox/followers/{openId}/delivered"))["items"]!.AsArray();

    public async Task RestartBotAsync()
    {
        await Bot.DisposeAsync();
        await StartBotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    private async Task StartBotAsync()
    {
        Bot = await RunningBot.StartAsync(Database, SandboxUnderTest.AccountOn(Sandbox));
        await Sandbox.ControlAsync("/sandbox/settings", new { callback = new Uri(Bot.Client.BaseAddress!, "/wechat") });
    }
}

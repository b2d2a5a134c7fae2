using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>The bot and the platform's stand-in, talking by signed and encrypted HTTP, on a database of their own.</summary>
public class City : IAsyncLifetime, IAsyncDisposable
{
    /// <summary>The bot's settings beside those of the account.</summary>
    protected virtual (string Name, string Value)[] MoreSettings => [];

    /// <summary>Changes to the bot's services.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    public TestDatabase Database { get; private set; } = null!;

    public SandboxUnderTest Sandbox { get; private set; } = null!;

    public RunningBot Bot { get; private set; } = null!;

    /// <summary>Where the phone page is.</summary>
    public Uri PhonePage => Sandbox.Http.BaseAddress!;

    /// <summary>Where the web chat is.</summary>
    public Uri WebChat => new(Bot.Client.BaseAddress!, "/chat");

    /// <summary>For a test that needs a city of its own.</summary>
    public static async Task<City> StartAsync()
    {
        var city = new City();
        await city.InitializeAsync();
        return city;
    }

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

    /// <summary>Delivers a push made by hand.</summary>
    internal async Task<(HttpStatusCode Status, string Body)> PostAsync(SignedPush push)
    {
        var (path, body) = push.Write();
        using var response = await Bot.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "text/xml"));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task RestartBotAsync()
    {
        await Bot.DisposeAsync();
        await StartBotAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Bot.DisposeAsync();
        await Sandbox.DisposeAsync();
        await Database.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>One more host of the account on the same database; the platform calls the one it was told of last.</summary>
    public Task<RunningBot> NewBotAsync() =>
        RunningBot.StartAsync(Database, Configure, [.. SandboxUnderTest.AccountOn(Sandbox), .. MoreSettings]);

    private async Task StartBotAsync()
    {
        Bot = await NewBotAsync();
        await Sandbox.ControlAsync("/sandbox/settings", new { callback = new Uri(Bot.Client.BaseAddress!, "/wechat") });
    }
}

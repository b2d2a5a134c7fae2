using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Data;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.SystemTests.Hosting;

/// <summary>The real bot in this process, on free ports, with a test's database.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<UnderstandingFiles, LoadedUnderstanding> Understandings = new();

    private readonly BotHost _host;

    private RunningBot(BotHost host)
    {
        _host = host;
        Client = new HttpClient { BaseAddress = new Uri(host.Addresses[0]) };
        Management = new HttpClient { BaseAddress = new Uri(host.ManagementAddresses[0]) };
    }

    public IServiceProvider Services => _host.Services;

    /// <summary>By the door that people and the platform use.</summary>
    public HttpClient Client { get; }

    /// <summary>By the operators' door.</summary>
    public HttpClient Management { get; }

    /// <param name="settings">Such as <c>("WeChat:AppId", "wx1")</c>; they win over the usual ones of a test.</param>
    public static Task<RunningBot> StartAsync(TestDatabase database, params (string Name, string Value)[] settings) =>
        StartAsync(database, _ => { }, settings);

    /// <param name="configure">Changes to the bot's services.</param>
    public static async Task<RunningBot> StartAsync(
        TestDatabase database, Action<IServiceCollection> configure, params (string Name, string Value)[] settings)
    {
        (string Name, string Value)[] all = [("ConnectionStrings:UnionBot", database.ConnectionString), .. Usual, .. settings];
        var host = await BotHost.StartAsync(Load(all), CancellationToken.None, services =>
        {
            // What makes a stolen list of passwords useless makes every sign-in of a test slow.
            services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1_000);
            services.AddSingleton<TimeProvider, BriskTime>();
            configure(services);
        });

        // Else the first free words of the process wait for it, and are answered later than a test expects. Kept, since what
        // no bot uses any more is forgotten, and between two tests there may be none.
        Understandings.TryAdd(host.Services.GetRequiredService<UnderstandingFiles>(), host.Services.GetRequiredService<CurrentUnderstanding>().Value);
        return new(host);
    }

    internal static BotSettings Load(params (string Name, string Value)[] settings) => BotSettings.Load(
        file: null,
        settings.GroupBy(s => s.Name).Select(s => KeyValuePair.Create(s.Key, (string?)s.Last().Value)));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Management.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Of all bots of a test run: a hundred of them are processes of their own.</summary>
    internal static string Learnt { get; } = Path.Combine(AppContext.BaseDirectory, "learnt");

    internal static (string Name, string Value)[] Usual { get; } =
    [
        ("Urls", "http://127.0.0.1:0"),
        ("Management:Urls", "http://127.0.0.1:0"),
        ("Encryption:Keys", $"test:{Key(1)}"),
        ("Encryption:LookupKey", Key(2)),
        ("Telemetry:LogLevel", "critical"),
        ("Data:Learnt", Learnt),
    ];

    /// <summary>The keys of a test's bot, for a test that reads what it has sealed.</summary>
    internal static EncryptionKeys Keys { get; } = EncryptionKeys.Parse($"test:{Key(1)}", Key(2));

    internal static string Key(byte fill) => Convert.ToBase64String(Enumerable.Repeat(fill, 32).ToArray());
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Calendars;
using UnionBot.Services.Membership.MyData;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Messaging;

/// <summary>An inbox on a real database, as one host runs it; two on one database are two hosts.</summary>
internal sealed class TestInbox : IAsyncDisposable
{
    /// <summary>Else it is forgotten with each host, and learnt again for the next.</summary>
    public static LoadedUnderstanding? Learnt { get; private set; }

    private readonly ServiceProvider _services;

    private TestInbox(ServiceProvider services) => _services = services;

    public Inbox Inbox => _services.GetRequiredService<Inbox>();

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>As the settings of a bot with the same keys would have it.</summary>
    public static (string Name, string Value) KeySetting { get; } = ("Encryption:Keys", $"k1:{RunningBot.Key(1)}");

    public static Task<TestInbox> StartAsync(TestDatabase database, params IDialog[] dialogs) =>
        StartAsync(database, EncryptionKeys.Parse(KeySetting.Value, RunningBot.Key(2)), dialogs);

    public static Task<TestInbox> StartAsync(TestDatabase database, EncryptionKeys keys, params IDialog[] dialogs) =>
        StartAsync(database.ConnectionString, keys, dialogs);

    public static async Task<TestInbox> StartAsync(string connectionString, EncryptionKeys keys, params IDialog[] dialogs)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BusinessClock>();
        services.AddSingleton(new FieldCipher(keys));
        services.AddUnionDatabase(connectionString);
        services.AddConversation(demo: false);
        services.AddSingleton(new MyDataAddress(new Uri("https://bot.test")));
        services.AddSingleton(new CalendarAddress(new Uri("https://bot.test")));
        services.AddMessaging();
        services.AddImports();
        services.AddSingleton(new ChannelRules("wechat", 2048, (text, _) => (text, null)));
        foreach (var dialog in dialogs) services.AddSingleton(dialog);

        var provider = services.BuildServiceProvider();
        foreach (var hosted in provider.GetServices<IHostedService>()) await hosted.StartAsync(CancellationToken.None);

        // Else the first free words of the process wait for it, and are answered later than a test expects.
        Learnt = provider.GetRequiredService<CurrentUnderstanding>().Value;
        return new TestInbox(provider);
    }

    public Task<InboxAnswer> HearAsync(string person, string text, long msgId, DateTimeOffset? at = null)
    {
        var sentAt = at ?? DateTimeOffset.FromUnixTimeSeconds(1_790_000_000 + msgId);
        return Inbox.ReceiveAsync(
            new Delivery("wechat", person, $"{msgId}|{person}", sentAt, InputKind.Text) { Text = text }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>()) await hosted.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}

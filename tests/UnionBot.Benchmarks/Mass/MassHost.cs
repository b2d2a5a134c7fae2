using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Benchmarks.Mass;

/// <summary>The whole bot in a process of its own, with settings in the environment; broadcasts say what the benchmark says.</summary>
internal static class MassHost
{
    public const string Command = "mass-host";

    public const string TemplateId = "benchmark-template";

    public static readonly Dictionary<string, string> Fields = new() { ["thing1"] = "夏送清凉", ["time2"] = "2026-07-01" };

    public static async Task RunAsync()
    {
        await using var bot = await BotHost.StartAsync(
            BotSettings.Load(file: null), CancellationToken.None, services => services.AddSingleton<IMassContents>(new Words()));
        await bot.WaitForShutdownAsync(CancellationToken.None);
    }

    /// <summary>Returns when it listens; nothing of ours limits its speed.</summary>
    public static async Task<ServerProcess> StartAsync(
        Workspace workspace, BotDatabase database, ServerProcess platform, int connections, CancellationToken ct)
    {
        var address = ServerProcess.FreeAddress();
        const string NoLimit = "1000000000";
        var host = ServerProcess.Start(
            "dotnet",
            [typeof(MassHost).Assembly.Location, Command],
            address,
            workspace.LogOf(Command),
            new Dictionary<string, string?>
            {
                ["ConnectionStrings__UnionBot"] = database.ConnectionString,
                ["Encryption__Keys"] = database.Keys,
                ["Encryption__LookupKey"] = database.LookupKey,
                ["WeChat__AppId"] = Account.AppId,
                ["WeChat__AppSecret"] = Account.AppSecret,
                ["WeChat__Token"] = Account.Token,
                ["WeChat__EncodingAESKey"] = Account.EncodingAesKey,
                ["WeChat__ApiBaseUrl"] = $"http://{platform.Address}",
                ["Sending__TemplatesPerDay"] = NoLimit,
                ["Sending__CallsPerMinute"] = NoLimit,
                ["Sending__CallsPerSecond"] = "0",
                ["Sending__AtOnce"] = FormattableString.Invariant($"{connections}"),
                ["Urls"] = $"http://{address}",
                ["Management__Urls"] = $"http://{ServerProcess.FreeAddress()}",
            });
        await host.WaitUntilListeningAsync(ct);
        return host;
    }

    /// <summary>The same to everybody, kept once.</summary>
    private sealed class Words : IMassContents
    {
        private static readonly PersonalContent Form = new PersonalContent.Form(TemplateId, Fields);

        public Task<ListContent> ListAsync(int broadcastId, CancellationToken ct) =>
            Task.FromResult<ListContent>(new ListContent.Words("夏送清凉"));

        public Task<IReadOnlyDictionary<long, PersonalContent>> WordAsync(
            int broadcastId, SendRoute route, IReadOnlyList<long> people, CancellationToken ct) =>
            Task.FromResult<IReadOnlyDictionary<long, PersonalContent>>(people.ToDictionary(person => person, _ => Form));
    }
}

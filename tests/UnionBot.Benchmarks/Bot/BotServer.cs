using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Bot;

/// <summary>Starts the bot as operators do, with its settings in the environment.</summary>
internal static class BotServer
{
    /// <summary>On a database of our own; returns when it listens.</summary>
    public static async Task<ServerProcess> StartAsync(Workspace workspace, BotDatabase database, CancellationToken ct)
    {
        var server = Launch(workspace, new Dictionary<string, string?>
        {
            ["ConnectionStrings__UnionBot"] = database.ConnectionString,
            ["Encryption__Keys"] = database.Keys,
            ["Encryption__LookupKey"] = database.LookupKey,
        });
        await server.WaitUntilListeningAsync(ct);
        return server;
    }

    /// <summary>Without waiting.</summary>
    /// <param name="settings">Where it finds its database and keys.</param>
    public static ServerProcess Launch(Workspace workspace, Dictionary<string, string?> settings)
    {
        var address = ServerProcess.FreeAddress();
        settings["WeChat__AppId"] = Account.AppId;
        settings["WeChat__AppSecret"] = Account.AppSecret;
        settings["WeChat__Token"] = Account.Token;
        settings["WeChat__EncodingAESKey"] = Account.EncodingAesKey;
        settings["WeChat__OriginalId"] = Account.OriginalId;
        // Nobody there: whatever the bot wants of the platform is refused at once.
        settings["WeChat__ApiBaseUrl"] = $"http://{ServerProcess.FreeAddress()}";
        settings["Urls"] = $"http://{address}";
        settings["Management__Urls"] = $"http://{ServerProcess.FreeAddress()}";
        return ServerProcess.Start(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "UnionBot.Web.dll"), "run"], address, workspace.LogOf("bot"), settings);
    }
}

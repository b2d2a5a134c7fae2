using System.Net;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.SystemTests.Faults;

/// <summary>Two bots on one data folder are two hosts on one database: its private server outlives either of them.</summary>
public sealed class SharedFolderTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();

    private (string Name, string Value)[] Settings => [.. RunningBot.Usual, ("Data:Directory", _folder.Path)];

    private int ServerPid => Postmaster.Find(Path.Combine(_folder.Path, "postgres", "data"))?.Pid ?? 0;

    [Fact]
    public async Task A_second_bot_on_the_same_folder_goes_on_with_a_server_of_its_own_when_the_first_is_killed()
    {
        using var first = BotProcess.Start(["run"], Settings);
        await first.AddressAsync();
        var server = ServerPid;
        using var second = BotProcess.Start(["run"], Settings);
        using var client = new HttpClient { BaseAddress = await second.AddressAsync() };
        await Eventually.HoldsAsync(() => IsReadyAsync(client));
        Assert.Equal(server, ServerPid);

        first.Kill();

        await Eventually.HoldsAsync(() => ServerPid != 0 && ServerPid != server);
        await Eventually.HoldsAsync(() => IsReadyAsync(client));
        Assert.Equal(0, await second.StopAsync());
        Assert.Equal(0, ServerPid);
    }

    [Fact]
    public async Task A_second_bot_with_the_same_settings_ends_with_one_line_and_harms_nothing()
    {
        using var first = BotProcess.Start(["run"], Settings);
        using var client = new HttpClient { BaseAddress = await first.AddressAsync() };
        await Eventually.HoldsAsync(() => IsReadyAsync(client));
        var server = ServerPid;

        var second = await BotProcess.RunAsync(["run"], [.. Settings, ("Urls", client.BaseAddress.AbsoluteUri.TrimEnd('/'))]);

        Assert.Equal(2, second.ExitCode);
        Assert.StartsWith("Urls: ", Assert.Single(second.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(server, ServerPid);
        // A machine that starts two bots at once may be slow to look.
        await Eventually.HoldsAsync(() => IsReadyAsync(client));
    }

    public Task InitializeAsync() => ReadyServer.CopyToAsync(_folder.Path);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> IsReadyAsync(HttpClient client) =>
        (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK;
}

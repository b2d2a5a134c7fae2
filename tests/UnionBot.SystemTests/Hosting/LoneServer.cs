using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.SystemTests.Hosting;

/// <summary>A PostgreSQL of its own for one test, which may stop it, kill it or let it hang.</summary>
public sealed class LoneServer : IDisposable
{
    private readonly TestFolder _folder = new();
    private PrivatePostgres _server = null!;

    public string ConnectionString { get; private set; } = "";

    private string DataFolder => Path.Combine(_folder.Path, "postgres", "data");

    /// <summary>Starts one that has all tables.</summary>
    public static async Task<LoneServer> StartAsync()
    {
        var server = new LoneServer();
        await ReadyServer.CopyToAsync(server._folder.Path);
        return await StartAsync(server);
    }

    /// <summary>Starts one that no bot has ever seen.</summary>
    public static Task<LoneServer> StartEmptyAsync() => StartAsync(new LoneServer());

    public async Task StartAgainAsync() => _server = await PrivatePostgres.StartAsync(
        _folder.Path, binaries: "", TimeProvider.System, NullLogger.Instance, CancellationToken.None);

    public async Task StopAsync() => await _server.DisposeAsync();

    /// <summary>As when the machine runs out of memory: the server is gone at once, and started again by its owner.</summary>
    public void Kill() => Process.GetProcessById(Postmaster.Find(DataFolder)!.Pid).Kill();

    /// <summary>Returns when it takes connections again.</summary>
    public Task IsBackAsync() => Eventually.HoldsAsync(async () =>
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    });

    /// <summary>Lets every process of the server hang until the result is disposed.</summary>
    public async Task<IDisposable> FreezeAsync()
    {
        var session = Postmaster.Find(DataFolder)!.Pid;
        var children = await Programs.RunAsync("pgrep", ["-P", $"{session}"], user: null, CancellationToken.None);
        string[] all = [$"{session}", .. children.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        await SignalAsync("-STOP", all);
        return new Thaw(all);
    }

    public void Dispose()
    {
        StopAsync().Wait();
        _folder.Dispose();
    }

    private static async Task<LoneServer> StartAsync(LoneServer server)
    {
        await server.StartAgainAsync();
        server.ConnectionString = server._server.ConnectionString;
        return server;
    }

    private static async Task SignalAsync(string signal, string[] processes) =>
        await Programs.RunAsync("kill", [signal, .. processes], user: null, CancellationToken.None);

    private sealed class Thaw(string[] processes) : IDisposable
    {
        public void Dispose() => SignalAsync("-CONT", processes).Wait();
    }
}

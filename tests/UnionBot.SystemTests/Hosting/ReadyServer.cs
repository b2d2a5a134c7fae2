using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.SystemTests.Hosting;

/// <summary>
/// The files of a private server with all tables and no rows: made once in a test run and copied from then on, for tests
/// that look at what comes after a first start.
/// </summary>
internal static class ReadyServer
{
    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Lays the files into a folder, where a bot or a test finds a server to start.</summary>
    /// <param name="dataDirectory">Without a server's files yet.</param>
    public static async Task CopyToAsync(string dataDirectory)
    {
        // With their owner, who may be another user.
        var copied = await Programs.RunAsync(
            "cp", ["-a", Path.Combine(await Made.Value, "postgres"), dataDirectory], user: null, CancellationToken.None);
        Assert.Equal((0, ""), (copied.ExitCode, copied.Errors));
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Path.Combine(await TestServer.FolderAsync(), "ready");
        await using var server = await PrivatePostgres.StartAsync(
            folder, binaries: "", TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
        await DatabaseSchema.MigrateAsync(source, CancellationToken.None);
        return folder;
    }
}

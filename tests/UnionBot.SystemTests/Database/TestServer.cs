using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.SystemTests.Database;

/// <summary>The one PostgreSQL of a test run, with an empty database of the newest schema to copy from.</summary>
internal static class TestServer
{
    private const string Template = "unionbot_template";

    private static readonly TestFolder Folder = new();
    private static readonly Lazy<Task<PrivatePostgres>> Server = new(StartAsync);

    private static int _count;

    /// <summary>Kept, so that its input stays open until the test run ends.</summary>
    private static Process? _sweeper;

    /// <summary>Makes a database with all tables and no rows, or a copy of another one.</summary>
    /// <param name="template">One to which nobody is connected.</param>
    /// <returns>How to reach it.</returns>
    public static async Task<string> CreateDatabaseAsync(string template = Template)
    {
        var server = await Server.Value;
        var name = $"test_{Interlocked.Increment(ref _count)}";
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {template}");
        return server.ConnectionTo(name);
    }

    /// <returns>A folder that is there until the test run ends.</returns>
    public static async Task<string> FolderAsync()
    {
        _ = await Server.Value;
        return Folder.Path;
    }

    public static async Task DropDatabaseAsync(string name) =>
        await ExecuteAsync(await Server.Value, $"DROP DATABASE {name} WITH (FORCE)");

    private static async Task<PrivatePostgres> StartAsync()
    {
        SweepAfterwards(Folder.Path);
        var server = await PrivatePostgres.StartAsync(
            Folder.Path, binaries: "", TimeProvider.System, NullLogger.Instance, CancellationToken.None);

        await TrustAsync(server);
        await ExecuteAsync(server, $"CREATE DATABASE {Template}");
        // A database can be copied only while nobody is connected to it.
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionTo(Template)};Pooling=false");
        await DatabaseSchema.MigrateAsync(source, CancellationToken.None);
        return server;
    }

    /// <summary>
    /// Lets whoever reaches the server in: to prove a password costs each of the thousands of connections some
    /// milliseconds. That the server asks for it is a matter of <see cref="Setup.PrivatePostgresTests"/>.
    /// </summary>
    private static async Task TrustAsync(PrivatePostgres server)
    {
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionTo("postgres")};Pooling=false");
        await using var where = source.CreateCommand("SHOW hba_file");
        await File.WriteAllTextAsync((string)(await where.ExecuteScalarAsync())!, "local all all trust\nhost all all 127.0.0.1/32 trust\n");
        await ExecuteAsync(server, "SELECT pg_reload_conf()");
    }

    /// <summary>
    /// The test runner has no moment after its last test and ends its process at once. The server stops by itself; a
    /// shell that sees its input close removes the folder once that is done.
    /// </summary>
    private static void SweepAfterwards(string folder)
    {
        const string Script = """
            read -r _
            n=0
            while [ -e "$1/postgres/data/postmaster.pid" ] && [ $n -lt 300 ]; do sleep 0.1; n=$((n + 1)); done
            rm -rf "$1"
            """;
        var shell = new ProcessStartInfo("setsid", ["/bin/sh", "-c", Script, "sweep", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _sweeper = Process.Start(shell);
    }

    private static async Task ExecuteAsync(PrivatePostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionTo("postgres")};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

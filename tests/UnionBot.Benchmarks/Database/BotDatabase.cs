using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.Benchmarks.Machine;
using UnionBot.Core.Data;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.Benchmarks.Database;

/// <summary>The PostgreSQL of a run, started as the bot itself would start it, with a million people in its tables.</summary>
internal sealed class BotDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres _server;
    private readonly int _postmaster;

    private BotDatabase(PrivatePostgres server, int postmaster, string keys, string lookupKey) =>
        (_server, _postmaster, Keys, LookupKey) = (server, postmaster, keys, lookupKey);

    public string ConnectionString => _server.ConnectionString;

    /// <summary>The setting <c>Encryption:Keys</c>.</summary>
    public string Keys { get; }

    /// <summary>The setting <c>Encryption:LookupKey</c>.</summary>
    public string LookupKey { get; }

    /// <summary>Processor time of the server and all its backends since it was started.</summary>
    public TimeSpan Processor => ProcessTree.ProcessorOf(_postmaster);

    public static async Task<BotDatabase> StartAsync(Workspace workspace, CancellationToken ct)
    {
        var keys = KeyIn(Path.Combine(workspace.Data, "encryption.key"));
        var lookup = KeyIn(Path.Combine(workspace.Data, "lookup.key"));
        var server = await PrivatePostgres.StartAsync(
            workspace.Data, binaries: "", TimeProvider.System, NullLogger.Instance, ct);
        var database = new BotDatabase(server, PostmasterIn(workspace.Data), $"benchmark:{keys}", lookup);
        await database.PrepareAsync(ct);
        return database;
    }

    /// <summary>How many rows of the roster are bound.</summary>
    public async Task<int> CountBoundAsync(CancellationToken ct) =>
        await NumberAsync("SELECT count(*)::int FROM member WHERE person_id IS NOT NULL", ct);

    /// <summary>The first newcomer behind all who have been bound.</summary>
    public async Task<int> NextNewcomerAsync(CancellationToken ct) =>
        await NumberAsync("SELECT max(id)::int + 1 FROM member WHERE person_id IS NOT NULL", ct);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task PrepareAsync(CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        await using var source = NpgsqlDataSource.Create($"{ConnectionString};Command Timeout=0");
        await DatabaseSchema.MigrateAsync(source, ct);
        await new PeopleRows(source, new FieldCipher(EncryptionKeys.Parse(Keys, LookupKey))).EnsureAsync(ct);
        Console.WriteLine($"  The database is ready after {Stopwatch.GetElapsedTime(start).TotalSeconds:F1} s.");
    }

    private async Task<int> NumberAsync(string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string KeyIn(string file)
    {
        if (!File.Exists(file)) PrivateFiles.Write(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(EncryptionKeys.KeyBytes)));

        return File.ReadAllText(file).Trim();
    }

    private static int PostmasterIn(string data) =>
        int.Parse(
            File.ReadLines(Path.Combine(data, "postgres", "data", "postmaster.pid")).First(),
            System.Globalization.CultureInfo.InvariantCulture);
}

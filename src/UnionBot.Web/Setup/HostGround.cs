using UnionBot.Web.Setup.Keys;
using UnionBot.Web.Setup.Postgres;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup;

/// <summary>What every command stands on: checked settings, keys, and a database that can be reached.</summary>
internal sealed class HostGround : IAsyncDisposable
{
    private readonly PrivatePostgres? _server;

    private HostGround(BotSettings settings, KeySource keys, string connectionString, PrivatePostgres? server) =>
        (Settings, Keys, ConnectionString, _server) = (settings, keys, connectionString, server);

    public BotSettings Settings { get; }

    public KeySource Keys { get; }

    public string ConnectionString { get; }

    /// <summary>Reads the keys and, if no other database is set, starts the private server.</summary>
    /// <exception cref="SetupException">This machine or its settings do not allow it.</exception>
    public static async Task<HostGround> PrepareAsync(
        BotSettings settings, ILoggerFactory logs, TimeProvider time, CancellationToken ct)
    {
        var database = settings.Get<DatabaseOptions>();
        var data = settings.Get<DataOptions>();
        var keys = KeySource.Of(settings);
        if (!database.IsPrivate) return new HostGround(settings, keys, database.UnionBot, server: null);

        var server = await PrivatePostgres.StartAsync(
            data.Folder, data.PostgresBinaries, time, logs.CreateLogger<PrivatePostgres>(), ct);
        return new HostGround(settings, keys, server.ConnectionString, server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}

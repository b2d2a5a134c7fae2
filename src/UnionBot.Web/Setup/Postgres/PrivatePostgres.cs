using Npgsql;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>
/// A PostgreSQL of our own, as a child process. It is started again whenever it dies, and stopped when this object is
/// disposed or the bot ends in any other way. A second process on the same data directory uses the same server.
/// </summary>
internal sealed class PrivatePostgres : IAsyncDisposable
{
    public const string Role = "unionbot";

    private const string Database = "unionbot";

    private const int TriesToStart = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    private readonly PostgresFolder _folder;
    private readonly PrivateServer _server;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task _supervision = Task.CompletedTask;

    private PrivatePostgres(PostgresFolder folder, PrivateServer server, TimeProvider time, ILogger logger) =>
        (_folder, _server, _time, _logger) = (folder, server, time, logger);

    /// <summary>How to reach our database; stays true when the server is started again.</summary>
    public string ConnectionString => ConnectionTo(Database);

    /// <summary>Whether this process started the server, and will stop it.</summary>
    public bool IsOwner => _server.IsOurs;

    /// <summary>Starts the server, or finds the one that runs, and makes our database if it is missing.</summary>
    /// <param name="dataDirectory">Absolute; the server lives in its folder <c>postgres</c>.</param>
    /// <param name="binaries">A folder with PostgreSQL's programs; empty to search.</param>
    /// <exception cref="SetupException">This machine does not allow it; the message says why and what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(
        string dataDirectory, string binaries, TimeProvider time, ILogger logger, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new SetupException("A private PostgreSQL runs on Linux only: set ConnectionStrings:UnionBot.");
        }

        var folder = new PostgresFolder(dataDirectory);
        var user = await ServerUser.FindAsync(ct);
        var postgres = new PrivatePostgres(folder, new PrivateServer(folder, binaries, user, time, logger), time, logger);
        try
        {
            await postgres.StartAsync(ct);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }

        postgres._supervision = Task.Run(postgres.SuperviseAsync, CancellationToken.None);
        return postgres;
    }

    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _folder.UsesSockets ? _folder.Sockets : "127.0.0.1",
        Port = _folder.Port,
        Username = Role,
        Password = _folder.Password,
        Database = database,
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;

        await _stopping.CancelAsync();
        await _supervision;
        await _server.StopAsync(LongestStop);
        _stopping.Dispose();
    }

    /// <summary>Tries again when a server that was being shut down or cleaned up was in the way.</summary>
    private async Task StartAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await _server.EnsureAsync(ct);
                await MakeDatabaseAsync(ct);
                return;
            }
            catch (Exception failure) when (failure is PostmasterEndedException or NpgsqlException && attempt < TriesToStart)
            {
                _logger.LogWarning("The private PostgreSQL did not start at try {Attempt}: {Reason}", attempt, failure.Message);
                await Task.Delay(Pause, _time, ct);
            }
            catch (NpgsqlException failure)
            {
                throw new SetupException($"The private PostgreSQL does not answer: {failure.Message}", failure);
            }
        }
    }

    private async Task MakeDatabaseAsync(CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create($"{ConnectionTo("postgres")};Pooling=false");
        await ServerTuning.CompressPagesAsync(source, ct);
        await using var find = source.CreateCommand("SELECT count(*) FROM pg_database WHERE datname = $1");
        find.Parameters.Add(new NpgsqlParameter { Value = Database });
        if (await find.ExecuteScalarAsync(ct) is > 0L) return;

        try
        {
            await using var make = source.CreateCommand($"CREATE DATABASE {Database}");
            await make.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException other) when (other.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it at the same moment.
        }
    }

    private async Task SuperviseAsync()
    {
        try
        {
            while (true)
            {
                await _server.WaitForEndAsync(_stopping.Token);
                _logger.LogError("The private PostgreSQL ended and is started again");
                await StartAgainAsync();
                _logger.LogInformation("The private PostgreSQL is ready again");
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Disposed.
        }
    }

    private async Task StartAgainAsync()
    {
        while (true)
        {
            try
            {
                await _server.EnsureAsync(_stopping.Token);
                return;
            }
            catch (SetupException failure)
            {
                _logger.LogError("The private PostgreSQL could not be started again: {Reason}", failure.Message);
                await Task.Delay(Pause, _time, _stopping.Token);
            }
        }
    }
}

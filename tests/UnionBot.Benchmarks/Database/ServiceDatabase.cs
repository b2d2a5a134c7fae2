using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.Benchmarks.Machine;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.Messaging;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.Benchmarks.Database;

/// <summary>A PostgreSQL of its own with all tables and the regions, and the bot's services on it.</summary>
internal sealed class ServiceDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres _server;

    private ServiceDatabase(PrivatePostgres server, ServiceProvider services, string folder) => (_server, Services, Folder) = (server, services, folder);

    public ServiceProvider Services { get; }

    /// <summary>Where it is kept, and where a part may put files beside it.</summary>
    public string Folder { get; }

    public static async Task<ServiceDatabase> StartAsync(Workspace workspace, string name, CancellationToken ct)
    {
        var folder = Path.Combine(workspace.Data, name);
        Directory.CreateDirectory(folder);
        var server = await PrivatePostgres.StartAsync(folder, binaries: "", TimeProvider.System, NullLogger.Instance, ct);
        var services = Provide(server.ConnectionString);
        await DatabaseSchema.MigrateAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
        await RegionFiles.LoadAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
        return new ServiceDatabase(server, services, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static ServiceProvider Provide(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BusinessClock>();
        services.AddSingleton(new FieldCipher(EncryptionKeys.Parse($"benchmark:{NewKey()}", NewKey())));
        services.AddUnionDatabase(connectionString);
        services.AddConversation(demo: false);
        services.AddMessaging();
        services.AddImports();
        return services.BuildServiceProvider();
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(EncryptionKeys.KeyBytes));
}

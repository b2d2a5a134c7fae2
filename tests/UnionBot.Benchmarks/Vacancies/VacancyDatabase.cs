using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using UnionBot.Benchmarks.Machine;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.Messaging;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Web.Commands.Seed;
using UnionBot.Web.Setup;
using UnionBot.Web.Setup.Database;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.Benchmarks.Vacancies;

/// <summary>A PostgreSQL of its own with invented vacancies, taken in by the import as real ones are, and the bot's services on it.</summary>
internal sealed class VacancyDatabase : IAsyncDisposable
{
    public const int Count = 100_000;

    private readonly PrivatePostgres _server;

    private VacancyDatabase(PrivatePostgres server, ServiceProvider services, IReadOnlyList<InventedVacancy> vacancies) =>
        (_server, Services, Vacancies) = (server, services, vacancies);

    public ServiceProvider Services { get; }

    /// <summary>The first has the number 1 in the database.</summary>
    public IReadOnlyList<InventedVacancy> Vacancies { get; }

    /// <param name="count">How many vacancies there are.</param>
    public static async Task<VacancyDatabase> StartAsync(Workspace workspace, int count, CancellationToken ct)
    {
        var folder = Path.Combine(workspace.Data, $"vacancies-{count}");
        Directory.CreateDirectory(folder);
        var server = await PrivatePostgres.StartAsync(folder, binaries: "", TimeProvider.System, NullLogger.Instance, ct);
        var services = Provide(server.ConnectionString);
        await DatabaseSchema.MigrateAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
        await RegionFiles.LoadAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);

        var today = UnionCalendar.DayOf(services.GetRequiredService<BusinessClock>().GetUtcNow());
        var invented = new InventedVacancies(count, today);
        await using (var scope = services.CreateAsyncScope()) await FillAsync(scope.ServiceProvider, folder, invented, ct);
        return new VacancyDatabase(server, services, [.. invented.All()]);
    }

    /// <summary>The numbers of the vacancies that workers are shown.</summary>
    public async Task<HashSet<long>> ShownAsync(CancellationToken ct)
    {
        var shown = new HashSet<long>();
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT id FROM vacancy WHERE state = 1");
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) shown.Add(reader.GetInt64(0));
        return shown;
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

    private static async Task FillAsync(IServiceProvider services, string folder, InventedVacancies invented, CancellationToken ct)
    {
        var path = Path.Combine(folder, "invented.csv");
        await File.WriteAllLinesAsync(path, invented.Lines(), ct);
        using var file = ImportFile.Open(path);
        var outcome = await services.GetRequiredService<VacancyImport>().RunAsync(file, new ImportRequest(AuditActor.System), ct);
        if (!outcome.Report.IsClean) throw new InvalidOperationException($"The invented vacancies were refused: {outcome.Report.FirstFaults[0]}");

        await services.GetRequiredService<DemoVacancies>().VerifyAsync(ct);
        await using var analyse = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("VACUUM ANALYZE vacancy");
        await analyse.ExecuteNonQueryAsync(ct);
    }
}

using Npgsql;
using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Machine;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Imports;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Review;
using UnionBot.Web.Commands.Seed;

namespace UnionBot.Benchmarks.Vacancies;

/// <summary>A PostgreSQL of its own with invented vacancies, taken in by the import as real ones are, and the bot's services on it.</summary>
internal sealed class VacancyDatabase : IAsyncDisposable
{
    public const int Count = 100_000;

    private readonly ServiceDatabase _database;

    private VacancyDatabase(ServiceDatabase database, IReadOnlyList<InventedVacancy> vacancies) => (_database, Vacancies) = (database, vacancies);

    public ServiceProvider Services => _database.Services;

    /// <summary>The first has the number 1 in the database.</summary>
    public IReadOnlyList<InventedVacancy> Vacancies { get; }

    /// <param name="count">How many vacancies there are.</param>
    public static async Task<VacancyDatabase> StartAsync(Workspace workspace, int count, CancellationToken ct)
    {
        var database = await ServiceDatabase.StartAsync(workspace, $"vacancies-{count}", ct);
        var today = UnionCalendar.DayOf(database.Services.GetRequiredService<BusinessClock>().GetUtcNow());
        var invented = new InventedVacancies(count, today);
        await using (var scope = database.Services.CreateAsyncScope()) await FillAsync(scope.ServiceProvider, database.Folder, invented, ct);
        return new VacancyDatabase(database, [.. invented.All()]);
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

    public ValueTask DisposeAsync() => _database.DisposeAsync();

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

using Npgsql;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Database;

/// <summary>Makes the database fit for this program: its tables up to date, its keys ours, its regions those we know.</summary>
internal sealed class DatabasePreparation(
    NpgsqlDataSource source, KeyProofs proofs, DataOptions data, ILogger<DatabasePreparation> logger)
{
    private volatile bool _isDone;

    /// <summary>False until all migrations are in and the keys are proved.</summary>
    public bool IsDone => _isDone;

    /// <exception cref="SetupException">Migrations are missing and may not be made here, or a key is wrong.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached now.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        if (_isDone) return;

        if (data.MigrateAtStart) await MigrateAsync(ct);
        else await RefuseOldSchemaAsync(ct);

        await proofs.CheckAsync(ct);
        await RegionFiles.LoadAsync(source, ct);
        _isDone = true;
    }

    public async Task MigrateAsync(CancellationToken ct)
    {
        var made = await DatabaseSchema.MigrateAsync(source, ct);
        foreach (var migration in made) logger.LogInformation("Migrated the database: {Migration}", migration);
    }

    private async Task RefuseOldSchemaAsync(CancellationToken ct)
    {
        var missing = await DatabaseSchema.PendingAsync(source, ct);
        if (missing.Count == 0) return;

        throw new SetupException(
            $"The database lacks {missing.Count} migrations, the first is {missing[0]}: run the command migrate, " +
            "or set Data:MigrateAtStart to true.");
    }
}

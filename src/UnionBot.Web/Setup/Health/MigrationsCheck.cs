using Npgsql;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup.Health;

/// <summary>The tables are those this program knows.</summary>
internal sealed class MigrationsCheck(DatabasePreparation preparation, NpgsqlDataSource source) : IReadinessCheck
{
    public string Name => "migrations";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        if (preparation.IsDone) return null;

        var missing = await DatabaseSchema.PendingAsync(source, ct);
        return missing.Count == 0 ? null : $"{missing.Count} are missing; the command migrate makes them.";
    }
}

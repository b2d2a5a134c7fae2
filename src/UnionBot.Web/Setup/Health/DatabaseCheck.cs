using System.Globalization;
using Npgsql;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.Web.Setup.Health;

/// <summary>The database answers, and is of a version we know.</summary>
internal sealed class DatabaseCheck(NpgsqlDataSource source) : IReadinessCheck
{
    private const int NumbersPerMajor = 10_000;

    public string Name => "database";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SHOW server_version_num");
        var number = int.Parse((string)(await command.ExecuteScalarAsync(ct))!, CultureInfo.InvariantCulture);
        return number / NumbersPerMajor >= PostgresBinaries.LowestMajor
            ? null
            : $"PostgreSQL {number / NumbersPerMajor} is too old: version {PostgresBinaries.LowestMajor} or newer is needed.";
    }
}

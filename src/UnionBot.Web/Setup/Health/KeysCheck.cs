using Npgsql;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Web.Setup.Health;

/// <summary>Our keys open what is in the database, also after another host began to use a new one.</summary>
internal sealed class KeysCheck(KeyProofs proofs) : IReadinessCheck
{
    public string Name => "keys";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        try
        {
            return await proofs.FaultsAsync(ct) is { Count: > 0 } faults ? string.Join(' ', faults) : null;
        }
        catch (PostgresException empty) when (empty.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // Nothing is sealed yet; the missing migrations are another check's finding.
            return null;
        }
    }
}

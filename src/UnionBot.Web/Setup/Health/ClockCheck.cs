using System.Globalization;
using Npgsql;

namespace UnionBot.Web.Setup.Health;

/// <summary>This machine's clock agrees with the database's: hosts that disagree take each other's leases for expired.</summary>
internal sealed class ClockCheck(NpgsqlDataSource source, TimeProvider time) : IOperatorCheck
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(2);

    public string Name => "clock";

    public async Task<string?> FaultAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT clock_timestamp()");
        var before = time.GetUtcNow();
        var there = new DateTimeOffset((DateTime)(await command.ExecuteScalarAsync(ct))!);
        var after = time.GetUtcNow();

        var off = there < before ? before - there : there > after ? there - after : TimeSpan.Zero;
        return off <= Tolerated ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"This machine and the database differ by {off.TotalSeconds:F0} seconds: switch time synchronisation (NTP) on for both.");
    }
}

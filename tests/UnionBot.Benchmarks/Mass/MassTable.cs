using System.Diagnostics;
using Npgsql;
using UnionBot.Benchmarks.Database;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Web.Setup.Database;

namespace UnionBot.Benchmarks.Mass;

/// <summary>Broadcasts in the ledger of the run's database.</summary>
internal sealed class MassTable(BotDatabase database) : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    public NpgsqlDataSource Source { get; } = NpgsqlDataSource.Create($"{database.ConnectionString};Command Timeout=0");

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <summary>Writes down so many people for a new broadcast by template.</summary>
    /// <returns>Its number, and how long it took.</returns>
    public async Task<(int Broadcast, TimeSpan Time)> FreezeAsync(int people, CancellationToken ct)
    {
        var broadcast = (int)await NumberAsync("SELECT coalesce(max(broadcast_id), 0) + 1 FROM mass_send", ct);
        FormattableString audience =
            $"SELECT id AS person_id, 2::smallint AS route, NULL::smallint AS reason FROM person WHERE id <= {(long)people}";
        await ExecuteAsync("CHECKPOINT", ct);
        await using var db = DatabaseSchema.Open(Source);
        var start = Stopwatch.GetTimestamp();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Ledger(db).FreezeAsync(new MassAudience(broadcast, MessageKind.Booking, audience), ct);
        await transaction.CommitAsync(ct);
        return (broadcast, Stopwatch.GetElapsedTime(start));
    }

    public async Task StartAsync(int broadcast, CancellationToken ct)
    {
        await using var db = DatabaseSchema.Open(Source);
        var now = TimeProvider.System.GetUtcNow();
        await Ledger(db).StartAsync(broadcast, now, now.AddHours(1), ct);
    }

    public async Task PauseAsync(int broadcast, CancellationToken ct)
    {
        await using var db = DatabaseSchema.Open(Source);
        await Ledger(db).PauseAsync(broadcast, ct);
    }

    /// <summary>From the moment at which the first part is taken in hand until so many are left.</summary>
    public async Task<TimeSpan> SentAsync(int broadcast, int left, CancellationToken ct)
    {
        while (await NumberAsync($"SELECT count(*) FROM mass_slice WHERE broadcast_id = {broadcast} AND state <> 0", ct) == 0) { }

        var start = Stopwatch.GetTimestamp();
        while (await NumberAsync($"SELECT count(*) FROM mass_slice WHERE broadcast_id = {broadcast} AND state <> 2", ct) > left)
            await Task.Delay(Glance, ct);

        return Stopwatch.GetElapsedTime(start);
    }

    public async Task<long> NumberAsync(string sql, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>How long a statement takes.</summary>
    public async Task<TimeSpan> ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = Source.CreateCommand(sql);
        var start = Stopwatch.GetTimestamp();
        await command.ExecuteNonQueryAsync(ct);
        return Stopwatch.GetElapsedTime(start);
    }

    private static MassLedger Ledger(Core.Data.UnionDb db) => new(db, new SendingRules(), new BusinessClock(TimeProvider.System));
}

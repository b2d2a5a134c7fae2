using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Subscriptions;

namespace UnionBot.Benchmarks.Vacancies;

/// <summary>Invented people, each with a rule, over the vacancies of the run's database, which are all new today.</summary>
internal sealed class RuleRows(ServiceProvider services)
{
    public const int Count = 100_000;

    private readonly NpgsqlDataSource _source = services.GetRequiredService<NpgsqlDataSource>();
    private readonly VacancyCiphers _ciphers = services.GetRequiredService<VacancyCiphers>();

    public async Task FillAsync(CancellationToken ct)
    {
        await ExecuteAsync(
            $"""
            UPDATE vacancy SET state = 1, verified_on = (now() AT TIME ZONE 'Asia/Shanghai')::date, changed_at = now();
            INSERT INTO person (channel, address_hash, address, seen_at) SELECT 'wechat', sha256(n::text::bytea), '', now() FROM generate_series(1, {Count}) AS n;
            """, ct);
        await CopyRulesAsync(ct);
        await ExecuteAsync("VACUUM ANALYZE", ct);
    }

    /// <summary>How long the database needs for the rows that a run has left, when nothing is matched or worded.</summary>
    public async Task<TimeSpan> WriteBarelyAsync(CancellationToken ct)
    {
        await ExecuteAsync(
            """
            CREATE TABLE told AS SELECT * FROM outbound;
            CREATE TABLE shown AS SELECT * FROM vacancy_sent;
            TRUNCATE outbound;
            TRUNCATE vacancy_sent;
            CHECKPOINT;
            """, ct);
        var start = Stopwatch.GetTimestamp();
        await ExecuteAsync(
            """
            INSERT INTO outbound (period, person_id, occasion, kind, critical_by, text, notice, status, created_at, not_before, not_after)
            SELECT period, person_id, occasion, kind, critical_by, text, notice, status, created_at, not_before, not_after FROM told;
            INSERT INTO vacancy_sent SELECT * FROM shown;
            UPDATE vacancy_rule SET matched_on = matched_on;
            """, ct);
        return Stopwatch.GetElapsedTime(start);
    }

    private async Task CopyRulesAsync(CancellationToken ct)
    {
        var (wishes, yesterday) = (new InventedWishes(services.GetRequiredService<RegionBook>()), TimeProvider.System.GetUtcNow().AddDays(-1));
        await using var connection = await _source.OpenConnectionAsync(ct);
        await using var writer = await connection.BeginBinaryImportAsync(
            """
            COPY vacancy_rule (id, person_id, owner, wish, trades, month_fen, state, every_days, created_at, answered_at)
            FROM STDIN (FORMAT binary)
            """, ct);
        for (var person = 1; person <= Count; person++)
        {
            var (id, wish) = (Guid.CreateVersion7(), wishes.Of(person));
            await writer.StartRowAsync(ct);
            await writer.WriteAsync(id, ct);
            await writer.WriteAsync((long)person, ct);
            await writer.WriteAsync((short)VacancyRule.OfWorker, ct);
            await writer.WriteAsync(_ciphers.SealRule(id, new KeptWish(wish, Who: null)), ct);
            await writer.WriteAsync(wish.Trades.ToArray(), ct);
            await WriteAsync(writer, wish.Pay?.MonthFen, ct);
            await writer.WriteAsync((short)RuleState.Active, ct);
            await writer.WriteAsync((short)1, ct);
            await writer.WriteAsync(yesterday, NpgsqlDbType.TimestampTz, ct);
            await writer.WriteAsync(yesterday, NpgsqlDbType.TimestampTz, ct);
        }

        await writer.CompleteAsync(ct);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, long? number, CancellationToken ct) =>
        number is { } given ? writer.WriteAsync(given, ct) : writer.WriteNullAsync(ct);

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = _source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(ct);
    }
}

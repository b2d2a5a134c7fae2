using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Core.Messaging;

/// <summary>Keeps what the platform reports of our sends, and closes the rows of the ledger that it is about.</summary>
public sealed class DeliveryReports(NpgsqlDataSource database, MessageCiphers ciphers, NoticeResults notices, MassReports mass)
{
    private const string KeepSql =
        """
        INSERT INTO delivery_report (key, number, kind, platform_id, template_id, person_id, outcome, error_code, total, filtered, sent, failed, at)
        SELECT $1, t.number, t.kind, t.platform_id, t.template_id, p.id, t.outcome, t.error_code, t.total, t.filtered, t.sent, t.failed, $2
          FROM unnest($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            AS t (number, kind, platform_id, template_id, address_hash, outcome, error_code, total, filtered, sent, failed)
          LEFT JOIN person p ON p.address_hash = t.address_hash
            ON CONFLICT DO NOTHING
        """;

    private const string TakersSql = "SELECT DISTINCT person_id FROM delivery_report WHERE key = $1 AND kind = 2 AND person_id IS NOT NULL";

    // Only what the platform had taken: what was told otherwise meanwhile is not undone.
    private const string CloseSql =
        """
        UPDATE outbound o SET status = CASE r.outcome WHEN 0 THEN $2 ELSE $3 END, error_code = coalesce(r.error_code, o.error_code)
          FROM delivery_report r
         WHERE o.platform_id = ANY ($1) AND o.status = $4 AND r.platform_id = o.platform_id AND r.kind IN (0, 2) AND r.outcome <> 3
        """;

    /// <param name="key">What the platform knows the push by; the same again when it is repeated.</param>
    /// <param name="at">The platform's time of the report; UTC.</param>
    public async Task RecordAsync(
        string channel, string key, DateTimeOffset at, IReadOnlyList<ReportDraft> reports, CancellationToken ct)
    {
        if (reports.Count == 0) return;

        await KeepAsync(channel, key, at, reports, ct);
        if (reports.Any(r => r.Kind is ReportedSend.Notice)) await MatchAsync(key, ct);
        string[] ids = [.. reports.Select(IdOf)];
        await CloseAsync(ids, ct);
        await mass.ClosePeopleAsync(ids, ct);
        if (reports.Any(r => r.Kind is ReportedSend.Mass)) await mass.CloseListsAsync(ids, ct);
    }

    /// <summary>Tells the ledger what is known of these sends by now.</summary>
    internal async Task CloseAsync(string[] platformIds, CancellationToken ct)
    {
        await using var command = database.CreateCommand(CloseSql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = platformIds });
        foreach (var status in (OutboundStatus[])[OutboundStatus.Delivered, OutboundStatus.Failed, OutboundStatus.Accepted])
            command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)status });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Tells the ledger what is known by now of subscription notices to these people, which have no id of their own.</summary>
    internal async Task CloseNoticesAsync(long[] people, CancellationToken ct)
    {
        if (await notices.MatchAsync(people, ct) is not { Length: > 0 } ids) return;

        await CloseAsync(ids, ct);
        await mass.ClosePeopleAsync(ids, ct);
    }

    private async Task MatchAsync(string key, CancellationToken ct)
    {
        var people = new List<long>();
        await using (var command = database.CreateCommand(TakersSql))
        {
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = PushKey.Of(key) });
            await using var row = await command.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct)) people.Add(row.GetInt64(0));
        }

        await notices.MatchAsync([.. people], ct);
    }

    private async Task KeepAsync(
        string channel, string key, DateTimeOffset at, IReadOnlyList<ReportDraft> reports, CancellationToken ct)
    {
        (ReportDraft Report, short Number)[] rows = [.. reports.Select((report, n) => (report, (short)n))];
        await using var command = database.CreateCommand(KeepSql);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = PushKey.Of(key) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = at });
        command.Parameters.Add(Arrays.Of(rows, r => r.Number, NpgsqlDbType.Smallint));
        command.Parameters.Add(Arrays.Of(rows, r => (short)r.Report.Kind, NpgsqlDbType.Smallint));
        command.Parameters.Add(Arrays.Of(rows, r => IdOf(r.Report), NpgsqlDbType.Text));
        command.Parameters.Add(Arrays.Of(rows, r => r.Report.TemplateId is { } id ? Cut(id) : null, NpgsqlDbType.Text));
        command.Parameters.Add(Arrays.Of(rows, r => HashOf(channel, r.Report), NpgsqlDbType.Bytea));
        command.Parameters.Add(Arrays.Of(rows, r => (short)r.Report.Outcome, NpgsqlDbType.Smallint));
        command.Parameters.Add(Arrays.Of(rows, r => r.Report.ErrorCode, NpgsqlDbType.Integer));
        command.Parameters.Add(Arrays.Of(rows, r => r.Report.Counts?.Total, NpgsqlDbType.Bigint));
        command.Parameters.Add(Arrays.Of(rows, r => r.Report.Counts?.Filtered, NpgsqlDbType.Bigint));
        command.Parameters.Add(Arrays.Of(rows, r => r.Report.Counts?.Sent, NpgsqlDbType.Bigint));
        command.Parameters.Add(Arrays.Of(rows, r => r.Report.Counts?.Failed, NpgsqlDbType.Bigint));
        await command.ExecuteNonQueryAsync(ct);
    }

    private byte[]? HashOf(string channel, ReportDraft report) =>
        report.Address is { } address ? ciphers.AddressHash(channel, address) : null;

    private static string IdOf(ReportDraft report) => Cut(report.PlatformId);

    private static string Cut(string id) => id.Length <= DeliveryReport.LongestId ? id : id[..DeliveryReport.LongestId];
}

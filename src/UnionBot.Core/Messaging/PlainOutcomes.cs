using Npgsql;
using NpgsqlTypes;

namespace UnionBot.Core.Messaging;

/// <summary>Records outcomes that touch nothing but their own rows, for all that are known together.</summary>
internal sealed class PlainOutcomes
{
    private const string RecordSql =
        """
        UPDATE outbound o SET status = d.status, error_code = d.error_code, platform_id = d.platform_id, leased_until = NULL
          FROM unnest($1, $2, $3, $4, $5) AS d (id, period, status, error_code, platform_id) WHERE o.id = d.id AND o.period = d.period
        """;

    private readonly NpgsqlDataSource _database;
    private readonly DeliveryReports _reports;
    private readonly Gathering<(ClaimedMessage Message, SendFate Fate), bool> _gathering;

    public PlainOutcomes(NpgsqlDataSource database, DeliveryReports reports)
    {
        (_database, _reports) = (database, reports);
        _gathering = new Gathering<(ClaimedMessage, SendFate), bool>(RecordAsync);
    }

    /// <summary>Whether nothing is to be tried again, given back or closed.</summary>
    public static bool IsPlain(SendFate fate) =>
        fate.Closes is Closing.Nothing && fate.Status is OutboundStatus.Accepted or OutboundStatus.Unknown or OutboundStatus.Failed;

    /// <returns>When it is committed.</returns>
    public Task RecordAsync(ClaimedMessage message, SendFate fate) => _gathering.AskAsync((message, fate));

    private async Task<IReadOnlyList<bool>> RecordAsync(IReadOnlyList<(ClaimedMessage Message, SendFate Fate)> outcomes, CancellationToken ct)
    {
        await using (var command = _database.CreateCommand(RecordSql))
        {
            command.Parameters.Add(Arrays.Of(outcomes, o => o.Message.Id, NpgsqlDbType.Bigint));
            command.Parameters.Add(Arrays.Of(outcomes, o => o.Message.Period, NpgsqlDbType.Date));
            command.Parameters.Add(Arrays.Of(outcomes, o => (short)o.Fate.Status, NpgsqlDbType.Smallint));
            command.Parameters.Add(Arrays.Of(outcomes, o => o.Fate.ErrorCode, NpgsqlDbType.Integer));
            command.Parameters.Add(Arrays.Of(outcomes, o => o.Fate.PlatformId, NpgsqlDbType.Text));
            await command.ExecuteNonQueryAsync(ct);
        }

        // The report may have come before the platform's answer to us; committed by now, one of the two sees the other.
        string[] ids = [.. outcomes.Select(o => o.Fate.PlatformId).OfType<string>()];
        if (ids.Length > 0) await _reports.CloseAsync(ids, ct);
        long[] noticed = [.. outcomes.Where(o => o.Message.Route is SendRoute.Notice).Select(o => o.Message.PersonId.Value)];
        if (noticed.Length > 0) await _reports.CloseNoticesAsync(noticed, ct);
        return new bool[outcomes.Count];
    }
}

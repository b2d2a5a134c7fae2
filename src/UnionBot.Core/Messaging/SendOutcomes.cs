using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>Records what became of messages, gives back what was not used, and closes what the platform closed, at once for all hosts.</summary>
public sealed class SendOutcomes(NpgsqlDataSource database, DeliveryReports reports, SendingRules rules, BusinessClock clock)
{
    /// <summary>Told of an account that has lost the right to a way.</summary>
    public const string NoRight = "sending/no-right";

    // The way of a message that surely did not go is chosen anew; else only the same call may follow.
    private const string RecordSql =
        """
        UPDATE outbound
           SET status = $3, not_before = COALESCE($4, not_before), error_code = $5, platform_id = $6, leased_until = NULL,
               route = CASE WHEN $7 THEN NULL ELSE route END, begun_at = CASE WHEN $7 THEN NULL ELSE begun_at END
         WHERE id = $1 AND period = $2
        """;

    private const string LockTalkSql = "SELECT 1 FROM talk WHERE person_id = $1 FOR UPDATE";

    private static readonly string LetGoSql =
        $"""
        UPDATE outbound SET leased_until = NULL, route = CASE WHEN begun_at IS NULL THEN NULL ELSE route END
         WHERE id = $1 AND period = $2 AND status = {(short)OutboundStatus.Queued} AND leased_until = $3
        """;

    private const string GiveBackSql =
        """
        UPDATE talk
           SET typed_spent = greatest(0, typed_spent - CASE WHEN typed_spent_for = $2 AND (tapped_spent_for = $2) IS NOT TRUE THEN 1 ELSE 0 END),
               tapped_spent = greatest(0, tapped_spent - CASE WHEN tapped_spent_for = $2 THEN 1 ELSE 0 END)
         WHERE person_id = $1
        """;

    private const string GiveBackConsentSql =
        "UPDATE notice_use SET spent = spent - 1 WHERE person_id = $1 AND template_id = $2 AND spent > 0";

    private const string UncountSql =
        """
        UPDATE talk SET pushes = greatest(0, pushes - 1), broadcast_at = CASE WHEN broadcast_at = $2 THEN NULL ELSE broadcast_at END
         WHERE person_id = $1
        """;

    private const string HoldSql = "UPDATE talk SET has_held = true WHERE person_id = $1";

    // A contact since the claim has opened them anew.
    private const string CloseWindowsSql =
        """
        UPDATE talk
           SET typed_spent = CASE WHEN typed_at <= $2 THEN $3 ELSE typed_spent END, typed_spent_for = CASE WHEN typed_at <= $2 THEN typed_at ELSE typed_spent_for END,
               tapped_spent = CASE WHEN tapped_at <= $2 THEN $4 ELSE tapped_spent END, tapped_spent_for = CASE WHEN tapped_at <= $2 THEN tapped_at ELSE tapped_spent_for END
         WHERE person_id = $1
        """;

    private const string CloseConsentsSql =
        """
        INSERT INTO notice_use (person_id, template_id, spent, void_at) VALUES ($1, $2, 0, $3)
            ON CONFLICT (person_id, template_id) DO UPDATE SET spent = 0, void_at = $3
        """;

    private static readonly string StopPersonSql = StopSql(WithheldReason.Unfollowed);

    private static readonly string StopAddressSql = $"WITH known AS ({UnknownAddresses.KeepSql}) {StopSql(WithheldReason.NotKnown)}";

    private const string StopRouteSql =
        "UPDATE api_quota SET stopped_until = greatest(stopped_until, $2), has_right = $3 WHERE route = $1";

    private const string TellStaffSql =
        "INSERT INTO platform_event (key, kind, detail, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";

    private readonly PlainOutcomes _plain = new(database, reports);

    public async Task RecordAsync(ClaimedMessage message, SendFate fate, CancellationToken ct)
    {
        if (PlainOutcomes.IsPlain(fate))
        {
            await _plain.RecordAsync(message, fate);
            return;
        }

        var now = clock.GetUtcNow();

        // By itself: a claim holds people's rows when it waits for the account's, so nobody may do the reverse.
        await RunAsync(AboutAccount(message.Route, fate, rules, now), ct);
        await RunAsync([.. AboutPerson(message, fate, now)], ct);
    }

    /// <summary>
    /// Lets go of a message that was claimed and is not begun, since its way was closed, sending was stopped or the person opted
    /// out meanwhile: what it was to cost is given back, and what becomes of it is decided anew. Does nothing when it is no longer ours.
    /// </summary>
    public async Task LetGoAsync(ClaimedMessage message, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);

        // As a turn does: the talk first.
        await using var letGo = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command(LockTalkSql, Of(message.PersonId.Value)), Command(LetGoSql, Of(message.Id), Of(message.Period), Of(message.LeasedUntil)),
            },
        };
        await letGo.ExecuteNonQueryAsync(ct);
        if (letGo.BatchCommands[1].RecordsAffected == 0) return;

        await using var giveBack = new NpgsqlBatch(connection);
        foreach (var command in message.IsRepeat ? [] : GiveBack(message, isConsentLeft: true)) giveBack.BatchCommands.Add(command);
        if (giveBack.BatchCommands.Count > 0) await giveBack.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private static bool IsSurelyNotSent(ClaimedMessage message, SendFate fate) =>
        fate.Status is OutboundStatus.Queued or OutboundStatus.HeldForContact && !fate.MayHaveArrived && !message.IsRepeat;

    private static NpgsqlBatchCommand Record(ClaimedMessage message, SendFate fate, DateTimeOffset now) => Command(
        RecordSql,
        Of(message.Id),
        Of(message.Period),
        Of((short)fate.Status),
        Optional(now + fate.RetryAfter, NpgsqlDbType.TimestampTz),
        Optional(fate.ErrorCode, NpgsqlDbType.Integer),
        new NpgsqlParameter { Value = (object?)fate.PlatformId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        Of(IsSurelyNotSent(message, fate)));

    private static string StopSql(WithheldReason why) =>
        $"""
        UPDATE outbound SET status = {(short)OutboundStatus.Withheld}, withheld = {(short)why}
         WHERE person_id = $1 AND status IN ({(short)OutboundStatus.Queued}, {(short)OutboundStatus.HeldForContact}) AND begun_at IS NULL
        """;

    internal static NpgsqlBatchCommand[] AboutAccount(SendRoute route, SendFate fate, SendingRules rules, DateTimeOffset now) => fate.Closes switch
    {
        Closing.RouteUntilTomorrow => [StopRoute(route, ApiQuota.TomorrowAfter(now), hasRight: true)],
        Closing.RouteForAWhile => [StopRoute(route, now + rules.RestAfterRefusal, hasRight: false), TellStaff(route, fate, now)],
        Closing.Template => [TellStaff(route, fate, now)],
        _ => [],
    };

    private IEnumerable<NpgsqlBatchCommand> AboutPerson(ClaimedMessage message, SendFate fate, DateTimeOffset now)
    {
        if (Close(message, fate, now) is { } close) yield return close;
        yield return Record(message, fate, now);
        if (fate.Status is OutboundStatus.HeldForContact) yield return Command(HoldSql, Of(message.PersonId.Value));
        if (!IsSurelyNotSent(message, fate)) yield break;

        foreach (var command in GiveBack(message, fate.Closes is not Closing.Consents)) yield return command;
    }

    internal IEnumerable<NpgsqlBatchCommand> GiveBack(SendAttempt message, bool isConsentLeft)
    {
        if (SendRoutes.IsUnasked(message.Kind)) yield return Command(UncountSql, Of(message.PersonId.Value), Of(message.ClaimedAt));
        if (message.WindowOpenedAt is { } opened) yield return Command(GiveBackSql, Of(message.PersonId.Value), Of(opened));
        if (message.Route is SendRoute.Notice && isConsentLeft)
            yield return Command(GiveBackConsentSql, Of(message.PersonId.Value), Of(rules.Notices[message.Kind]));
    }

    // One more than is allowed: this very message is given back behind it.
    internal NpgsqlBatchCommand? Close(SendAttempt message, SendFate fate, DateTimeOffset now) => fate.Closes switch
    {
        Closing.Windows => Command(
            CloseWindowsSql,
            Of(message.PersonId.Value),
            Of(message.ClaimedAt),
            Of((short)(rules.CustomAfterMessage + 1)),
            Of((short)(rules.CustomAfterTap + 1))),
        Closing.Consents => Command(CloseConsentsSql, Of(message.PersonId.Value), Of(rules.Notices[message.Kind]), Of(now)),
        Closing.Person => Command(StopPersonSql, Of(message.PersonId.Value)),
        Closing.Address => Command(StopAddressSql, Of(message.PersonId.Value), Of(message.ClaimedAt)),
        _ => null,
    };

    private static NpgsqlBatchCommand StopRoute(SendRoute route, DateTimeOffset until, bool hasRight) =>
        Command(StopRouteSql, Of((short)route), Of(until), Of(hasRight));

    // Once a day, route and number: a whole batch meets the same refusal.
    private static NpgsqlBatchCommand TellStaff(SendRoute route, SendFate fate, DateTimeOffset now)
    {
        var detail = string.Create(CultureInfo.InvariantCulture, $"{route} {fate.ErrorCode}");
        var key = string.Create(CultureInfo.InvariantCulture, $"{NoRight}|{detail}|{UnionCalendar.DayOf(now):yyyy-MM-dd}");
        return Command(TellStaffSql, Of(PushKey.Of(key)), Of(NoRight), Of(detail), Of(now));
    }

    private async Task RunAsync(NpgsqlBatchCommand[] commands, CancellationToken ct)
    {
        if (commands.Length == 0) return;

        await using var batch = database.CreateBatch();
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Optional<T>(T? value, NpgsqlDbType type)
        where T : struct => new() { Value = value is { } given ? given : DBNull.Value, NpgsqlDbType = type };
}

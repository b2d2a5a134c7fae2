using Npgsql;
using NpgsqlTypes;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// Records what became of a part's people, many at once, keeps the part in hand meanwhile, and lets it go in the end. Whoever lost it
/// to another host can only say of somebody that they were told.
/// </summary>
public sealed class MassOutcomes(
    NpgsqlDataSource database, SendOutcomes ordinary, MassReports reports, DeliveryReports deliveries, SendingRules rules, BusinessClock clock, TimeProvider time)
{
    private static readonly TimeSpan AccountPause = TimeSpan.FromMinutes(5);

    // Stopped by anybody, on any host: then nobody more is told, and the part is let go.
    private const string RenewSql =
        """
        UPDATE mass_slice s SET leased_until = $4 FROM mass_send m
         WHERE s.broadcast_id = $1 AND s.number = $2 AND s.claims = $3 AND s.state = 1 AND m.broadcast_id = s.broadcast_id
        RETURNING m.state = 1 AND m.not_after > $5 AND NOT (SELECT is_stopped FROM send_switch)
              AND NOT EXISTS (SELECT FROM api_quota q WHERE q.route = s.route AND q.stopped_until > $5)
        """;

    private const string RecordSql =
        """
        UPDATE mass_recipient r SET status = d.status, reason = d.reason, error_code = d.error_code, platform_id = coalesce(d.platform_id, r.platform_id)
          FROM unnest($4, $5, $6, $7, $8) AS d (person_id, status, reason, error_code, platform_id)
         WHERE r.broadcast_id = $1 AND r.person_id = d.person_id
           AND (r.status = 1 AND EXISTS (SELECT FROM mass_slice s WHERE s.broadcast_id = $1 AND s.number = $2 AND s.claims = $3)
                OR r.status IN (1, 7) AND d.status = 3)
        """;

    private const string RecordListSql =
        """
        UPDATE mass_recipient r SET status = $7, error_code = $8
         WHERE r.broadcast_id = $1 AND r.person_id BETWEEN $4 AND $5 AND r.route = $6 AND r.status = 1
           AND EXISTS (SELECT FROM mass_slice s WHERE s.broadcast_id = $1 AND s.number = $2 AND s.claims = $3)
        """;

    private const string NameListSql =
        "UPDATE mass_slice SET platform_id = coalesce($4, platform_id) WHERE broadcast_id = $1 AND number = $2 AND claims = $3";

    private const string BeginDraftSql =
        "UPDATE mass_slice SET draft_at = coalesce(draft_at, $4) WHERE broadcast_id = $1 AND number = $2 AND claims = $3";

    private const string KeepDraftSql =
        "UPDATE mass_slice SET draft_id = $4, draft_at = CASE WHEN $4 IS NULL THEN NULL ELSE draft_at END WHERE broadcast_id = $1 AND number = $2 AND claims = $3";

    private const string PutBackSql =
        """
        UPDATE mass_recipient r SET attempts = r.attempts - 1, status = CASE WHEN $5 THEN 1 ELSE 0 END
         WHERE r.broadcast_id = $1 AND r.person_id = ANY ($4) AND r.status = 1
           AND EXISTS (SELECT FROM mass_slice s WHERE s.broadcast_id = $1 AND s.number = $2 AND s.claims = $3)
        """;

    private const string GiveBackSql =
        "UPDATE api_quota SET day_spent = greatest(0, day_spent - $2), minute_spent = greatest(0, minute_spent - $2) WHERE route = $1";

    private const string LetGoSql =
        """
        UPDATE mass_slice s SET leased_until = NULL, not_before = $4, state = CASE WHEN EXISTS (
               SELECT FROM mass_recipient r WHERE r.broadcast_id = s.broadcast_id AND r.person_id BETWEEN s.first_person AND s.last_person
                  AND r.route = s.route AND r.status IN (0, 1)) THEN 0 ELSE 2 END
         WHERE s.broadcast_id = $1 AND s.number = $2 AND s.claims = $3 AND s.state = 1
        """;

    private const string HaltSql = "UPDATE mass_send SET state = 3, halt_code = $2 WHERE broadcast_id = $1 AND state = 1";

    /// <summary>Records what is known by now, and keeps the part in hand.</summary>
    /// <returns>Whether more of it may be told.</returns>
    public async Task<bool> RecordAsync(MassSlice slice, IReadOnlyList<MassOutcome> outcomes, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await CloseAsync(slice, outcomes, now, ct);
        if (outcomes.Count > 0) await WriteAsync(slice, outcomes, now, ct);

        await using var renew = database.CreateCommand(RenewSql);
        renew.Parameters.AddRange((NpgsqlParameter[])[.. Named(slice), Of(time.GetUtcNow() + rules.Lease), Of(now)]);
        return await renew.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Keeps that a draft is made for a list, before the platform is asked for it.</summary>
    public Task BeginDraftAsync(MassSlice slice, CancellationToken ct) =>
        RunAsync([Command(BeginDraftSql, [.. Named(slice), Of(clock.GetUtcNow())])], ct);

    /// <summary>Keeps which draft a list is sent, so that whoever takes it over sends the same.</summary>
    /// <param name="draftId">Null when there is none any more.</param>
    /// <returns>False when another host has the list in hand by now.</returns>
    public async Task<bool> KeepDraftAsync(MassSlice slice, string? draftId, CancellationToken ct)
    {
        await using var command = database.CreateCommand(KeepDraftSql);
        command.Parameters.AddRange((NpgsqlParameter[])[.. Named(slice), Text(draftId)]);
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Records what became of a whole list, and lets it go.</summary>
    public async Task RecordListAsync(MassSlice slice, SendFate fate, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var outcome = new MassOutcome(slice.People[0], fate);
        await CloseAsync(slice, [outcome], now, ct);
        await RunAsync(
            [
                Command(NameListSql, [.. Named(slice), Text(fate.PlatformId)]),
                Command(
                    RecordListSql,
                    [.. Named(slice), Of(slice.First), Of(slice.Last), Of((short)slice.Route), Of((short)StatusOf(slice, outcome)), Optional(fate.ErrorCode)]),
                LetGo(slice, PauseAfter([outcome], now)),
            ],
            ct);
        if (fate.PlatformId is { } id) await reports.CloseListsAsync([id], ct);
    }

    /// <summary>Lets a part go, with those of its people who were not called after all.</summary>
    /// <param name="all">All outcomes of the part, recorded already.</param>
    public async Task LetGoAsync(
        MassSlice slice, IReadOnlyList<MassOutcome> all, IReadOnlyCollection<SendAttempt> notCalled, CancellationToken ct)
    {
        if (notCalled.Count > 0)
        {
            foreach (var attempt in notCalled) await RunAsync([.. GiveBack(attempt, isConsentLeft: true)], ct);
            await RunAsync([Command(GiveBackSql, [Of((short)slice.Route), Of(notCalled.Count)])], ct);
            var people = notCalled.Select(a => a.PersonId.Value).ToArray();
            await RunAsync([Command(PutBackSql, [.. Named(slice), Of(people), Of(notCalled.First().IsRepeat)])], ct);
        }

        await RunAsync([LetGo(slice, PauseAfter(all, clock.GetUtcNow()))], ct);
    }

    /// <summary>Stops the whole broadcast until staff start it again.</summary>
    /// <param name="code">The platform's errcode; 0 when it gave none.</param>
    public Task HaltAsync(int broadcastId, int code, CancellationToken ct) => RunAsync([Command(HaltSql, [Of(broadcastId), Of(code)])], ct);

    // What the account lost is written down by itself: a claim holds people's rows when it waits for the account's.
    private async Task CloseAsync(MassSlice slice, IReadOnlyList<MassOutcome> outcomes, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var closing in outcomes.Where(o => o.Fate.Closes is not Closing.Nothing).DistinctBy(o => o.Fate.Closes))
        {
            await RunAsync(SendOutcomes.AboutAccount(slice.Route, closing.Fate, rules, now), ct);
            if (closing.Fate.Closes is Closing.RouteForAWhile or Closing.Template)
                await HaltAsync(slice.BroadcastId, closing.Fate.ErrorCode ?? 0, ct);
        }
    }

    private async Task WriteAsync(MassSlice slice, IReadOnlyList<MassOutcome> outcomes, DateTimeOffset now, CancellationToken ct)
    {
        var record = Command(
            RecordSql,
            [
                .. Named(slice),
                Arrays.Of(outcomes, o => o.Attempt.PersonId.Value, NpgsqlDbType.Bigint),
                Arrays.Of(outcomes, o => (short)StatusOf(o), NpgsqlDbType.Smallint),
                Arrays.Of(outcomes, o => (short?)ReasonOf(o), NpgsqlDbType.Smallint),
                Arrays.Of(outcomes, o => o.Fate.ErrorCode, NpgsqlDbType.Integer),
                Arrays.Of(outcomes, NumberOf, NpgsqlDbType.Bigint),
            ]);
        await RunAsync([record], ct);

        // Each by themselves: turns lock talks in an order of their own.
        foreach (var outcome in outcomes) await RunAsync([.. AboutPerson(outcome, now)], ct);

        // The report may have come before the platform's answer to us; committed by now, one of the two sees the other.
        string[] ids = [.. outcomes.Select(o => o.Fate.PlatformId).OfType<string>()];
        if (ids.Length > 0) await reports.ClosePeopleAsync(ids, ct);
        if (slice.Route is SendRoute.Notice) await deliveries.CloseNoticesAsync([.. outcomes.Select(o => o.Attempt.PersonId.Value)], ct);
    }

    private IEnumerable<NpgsqlBatchCommand> AboutPerson(MassOutcome outcome, DateTimeOffset now)
    {
        var (attempt, fate) = (outcome.Attempt, outcome.Fate);
        if (fate.Closes is Closing.Windows or Closing.Consents or Closing.Person or Closing.Address && ordinary.Close(attempt, fate, now) is { } close) yield return close;
        if (StatusOf(outcome) is not (OutboundStatus.Queued or OutboundStatus.Withheld)) yield break;

        foreach (var command in GiveBack(attempt, fate.Closes is not Closing.Consents)) yield return command;
    }

    private IEnumerable<NpgsqlBatchCommand> GiveBack(SendAttempt attempt, bool isConsentLeft) =>
        attempt.Route is SendRoute.Custom or SendRoute.Notice ? ordinary.GiveBack(attempt, isConsentLeft) : [];

    /// <summary>Who carries a tag stays begun: the same call follows, and the platform knows it.</summary>
    private static OutboundStatus StatusOf(MassSlice list, MassOutcome outcome) =>
        StatusOf(outcome) is OutboundStatus.Queued && list.TagId is not null ? OutboundStatus.Sending : StatusOf(outcome);

    /// <summary>In what goes to many nothing is held until the person writes: they are on the phone list then.</summary>
    private static OutboundStatus StatusOf(MassOutcome outcome)
    {
        var (attempt, fate) = (outcome.Attempt, outcome.Fate);
        var again = attempt.IsRepeat || fate.MayHaveArrived ? OutboundStatus.Sending : OutboundStatus.Queued;
        return fate.Status switch
        {
            OutboundStatus.Queued when fate.Closes is Closing.Windows or Closing.Consents => OutboundStatus.Withheld,
            OutboundStatus.Queued => again,
            OutboundStatus.HeldForContact when fate.IsAccountWide || fate.Closes is Closing.Template || attempt.Route is SendRoute.Mass => again,
            OutboundStatus.HeldForContact => OutboundStatus.Failed,
            _ => fate.Status,
        };
    }

    private static WithheldReason? ReasonOf(MassOutcome outcome) =>
        outcome.Reason ?? (StatusOf(outcome) is OutboundStatus.Withheld ? WithheldReason.NoWay : null);

    private static long? NumberOf(MassOutcome outcome) =>
        long.TryParse(outcome.Fate.PlatformId, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    // The shortest pause of those that are to be told again; one who has to wait longer is refused again, and counted.
    private static DateTimeOffset? PauseAfter(IReadOnlyList<MassOutcome> outcomes, DateTimeOffset now)
    {
        var pauses = outcomes
            .Where(o => StatusOf(o) is OutboundStatus.Queued or OutboundStatus.Sending)
            .Select(o => o.Fate.RetryAfter ?? (o.Fate.IsAccountWide ? AccountPause : TimeSpan.Zero))
            .DefaultIfEmpty(TimeSpan.Zero)
            .Min();
        return pauses > TimeSpan.Zero ? now + pauses : null;
    }

    private static NpgsqlBatchCommand LetGo(MassSlice slice, DateTimeOffset? notBefore) => Command(
        LetGoSql, [.. Named(slice), new NpgsqlParameter { Value = (object?)notBefore ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz }]);

    private async Task RunAsync(NpgsqlBatchCommand[] commands, CancellationToken ct)
    {
        if (commands.Length == 0) return;

        await using var batch = database.CreateBatch();
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter[] Named(MassSlice slice) => [Of(slice.BroadcastId), Of(slice.Number), Of(slice.Claim)];

    private static NpgsqlBatchCommand Command(string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter Optional(int? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}

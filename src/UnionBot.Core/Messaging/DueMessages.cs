using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Claims due rows of the ledger for sending. By which way each goes is decided, and what that costs is spent, in the
/// transaction of the claim. A row that was claimed and whose sending was never begun is claimed again once its lease
/// runs out; one whose lease ran out while it was being sent may have arrived: only a call that the platform knows by
/// its id is repeated, else its outcome is unknown and it is never sent again blindly.
/// </summary>
public sealed class DueMessages(
    NpgsqlDataSource database,
    MessageCiphers ciphers,
    QuotaLedger quotas,
    SendingRules rules,
    IEnumerable<ChannelRules> channels,
    PushOffers offers,
    BusinessClock clock,
    TimeProvider time)
{
    private static readonly string LoseSql =
        $"""
        UPDATE outbound SET leased_until = NULL, status = CASE
               WHEN route = {(short)SendRoute.Template} THEN {(short)OutboundStatus.Queued} ELSE {(short)OutboundStatus.Unknown} END
         WHERE status = {(short)OutboundStatus.Sending} AND leased_until < $1
        """;

    // What a named person stopped is stopped on all hosts, also what they have claimed already.
    internal static readonly string MayGoSql =
        $"(kind IN ({(short)MessageKind.Answer}, {(short)MessageKind.Alarm}) OR NOT (SELECT is_stopped FROM send_switch))";

    // Who is talking right now is left for the next time: to wait for their talk could end in a deadlock.
    private static readonly string FindSql =
        $"""
        SELECT o.id, o.period, o.person_id, o.kind, o.not_after, o.notice IS NOT NULL, o.route, o.begun_at, p.channel, o.critical_by IS NOT NULL,
               o.kind = {(short)MessageKind.AfterSilence} AND (t.last_at > o.not_before - $4 OR greatest(t.owned_until, t.session_until) > $1)
          FROM outbound o JOIN talk t ON t.person_id = o.person_id JOIN person p ON p.id = o.person_id
         WHERE o.status = {(short)OutboundStatus.Queued} AND o.not_before <= $1 AND (o.leased_until IS NULL OR o.leased_until < $2)
           AND {MayGoSql}
         ORDER BY o.not_before LIMIT $3 FOR UPDATE OF o, t SKIP LOCKED
        """;

    private const string DecideSql =
        """
        UPDATE outbound o
           SET status = d.status, route = coalesce(d.route, o.route), withheld = d.withheld,
               not_before = coalesce(d.not_before, o.not_before), leased_until = d.leased_until
          FROM unnest($1, $2, $3, $4, $5, $6, $7) AS d (id, period, status, route, withheld, not_before, leased_until), person p
         WHERE o.id = d.id AND o.period = d.period AND p.id = o.person_id
        RETURNING o.id, o.occasion, o.text, o.notice, o.attempts, p.address, p.address_hash, o.leased_until
        """;

    private readonly HashSet<string> _metered = [.. channels.Where(c => c.IsMetered).Select(c => c.Channel)];

    /// <summary>Claims up to <paramref name="most"/> due messages, oldest first.</summary>
    /// <returns>Those to be sent now, and whether there may be more.</returns>
    public async Task<ClaimedBatch> ClaimAsync(int most, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await LoseAsync(connection, ct);

        await using var transaction = await connection.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var rows = await FindAsync(connection, now, most, ct);
        if (rows.Count == 0) return new ClaimedBatch([], MayHaveMore: false);

        var account = await quotas.LockAccountAsync(connection, now, ct);
        var people = await quotas.LoadPeopleAsync(connection, [.. rows.Select(r => r.Person.Value).Distinct()], ct);
        if (rows.Exists(r => SendRoutes.IsUnasked(r.Message.Kind))) await QuotaLedger.AddListsAsync(connection, people, now, ct);
        var chooser = new RouteChooser(rules, account, await SilentDaysAsync(connection, rows, now, ct), now);
        var choices = rows.Select(r => Choose(chooser, r, people)).ToArray();
        var claimed = await WithChoicesAsync(connection, await DecideAsync(connection, rows, choices, now, ct), now, ct);
        await QuotaLedger.SaveAsync(connection, account, people, Held(rows, choices), ct);
        await transaction.CommitAsync(ct);
        return new ClaimedBatch(claimed, rows.Count == most);
    }

    private async Task LoseAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LoseSql, connection);
        command.Parameters.Add(Of(time.GetUtcNow()));
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<DueRow>> FindAsync(NpgsqlConnection connection, DateTimeOffset now, int most, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FindSql, connection);
        command.Parameters.Add(Of(now));
        command.Parameters.Add(Of(time.GetUtcNow()));
        command.Parameters.Add(Of(most));
        command.Parameters.Add(Of(SendTimes.Silence));
        var rows = new List<DueRow>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var message = new DueMessage(
                (MessageKind)row.GetInt16(3),
                row.GetFieldValue<DateTimeOffset>(4),
                row.GetBoolean(5),
                row.IsDBNull(6) ? null : (SendRoute)row.GetInt16(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7))
            {
                IsCritical = row.GetBoolean(9),
                IsSpokenOver = !row.IsDBNull(10) && row.GetBoolean(10),
            };
            rows.Add(new DueRow(row.GetInt64(0), row.GetFieldValue<DateOnly>(1), new PersonId(row.GetInt64(2)), row.GetString(8), message));
        }

        return rows;
    }

    private static async Task<IReadOnlySet<DateOnly>> SilentDaysAsync(
        NpgsqlConnection connection, List<DueRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        return rows.Exists(r => SendRoutes.IsUnasked(r.Message.Kind))
            ? await SilentDays.FromAsync(connection, UnionCalendar.DayOf(now), ct)
            : new HashSet<DateOnly>();
    }

    // A page of our own has no limits: it takes everything, or tells that it is closed.
    private RouteChoice Choose(RouteChooser chooser, DueRow row, IReadOnlyDictionary<long, PersonQuota> people) =>
        _metered.Contains(row.Channel) ? chooser.Choose(row.Message, people[row.Person.Value]) :
        row.Message.NotAfter <= clock.GetUtcNow() ? new RouteChoice.Expire() :
        row.Message.IsSpokenOver ? new RouteChoice.Withhold(WithheldReason.Cancelled) :
        RouteChooser.IsUnwanted(row.Message, people[row.Person.Value]) ? new RouteChoice.Withhold(WithheldReason.OptedOut) :
        new RouteChoice.Go(SendRoute.Custom);

    private async Task<IReadOnlyList<ClaimedMessage>> DecideAsync(
        NpgsqlConnection connection, List<DueRow> rows, RouteChoice[] choices, DateTimeOffset now, CancellationToken ct)
    {
        var decided = rows.Zip(choices).ToArray();
        await using var command = new NpgsqlCommand(DecideSql, connection)
        {
            Parameters =
            {
                Arrays.Of(decided, d => d.First.Id, NpgsqlDbType.Bigint),
                Arrays.Of(decided, d => d.First.Period, NpgsqlDbType.Date),
                Arrays.Of(decided, d => (short)StatusOf(d.Second), NpgsqlDbType.Smallint),
                Arrays.Of(decided, d => (short?)(d.Second as RouteChoice.Go)?.Route, NpgsqlDbType.Smallint),
                Arrays.Of(decided, d => (short?)(d.Second as RouteChoice.Withhold)?.Why, NpgsqlDbType.Smallint),
                Arrays.Of(decided, d => (d.Second as RouteChoice.Wait)?.Until, NpgsqlDbType.TimestampTz),
                Arrays.Of(decided, d => d.Second is RouteChoice.Go ? time.GetUtcNow() + rules.Lease : (DateTimeOffset?)null, NpgsqlDbType.TimestampTz),
            },
        };
        var going = decided.Where(d => d.Second is RouteChoice.Go).ToDictionary(d => d.First.Id);
        var claimed = new List<ClaimedMessage>(going.Count);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (going.TryGetValue(row.GetInt64(0), out var go)) claimed.Add(Read(row, go.First, (RouteChoice.Go)go.Second, now));
        }

        return [.. claimed.OrderBy(c => c.Id)];
    }

    /// <summary>Who is not reached in the chat itself sees none: a template opens it, and shows no words of ours.</summary>
    private async Task<IReadOnlyList<ClaimedMessage>> WithChoicesAsync(
        NpgsqlConnection connection, IReadOnlyList<ClaimedMessage> claimed, DateTimeOffset now, CancellationToken ct)
    {
        var worded = new List<ClaimedMessage>(claimed.Count);
        foreach (var message in claimed)
        {
            worded.Add(message.Route is SendRoute.Custom
                ? message with { Text = await offers.WordAsync(connection, message.PersonId, message.Occasion, message.Text, now, ct) }
                : message);
        }

        return worded;
    }

    private ClaimedMessage Read(NpgsqlDataReader row, DueRow due, RouteChoice.Go go, DateTimeOffset now)
    {
        var occasion = row.GetString(1);
        return new ClaimedMessage(
            due.Id,
            due.Period,
            due.Person,
            due.Channel,
            ciphers.OpenAddress(row.GetFieldValue<byte[]>(5), row.GetFieldValue<byte[]>(6)),
            ciphers.OpenText(row.GetFieldValue<byte[]>(2), due.Person, occasion),
            row.GetInt16(4),
            row.GetFieldValue<DateTimeOffset>(7))
        {
            Occasion = occasion,
            Kind = due.Message.Kind,
            Route = go.Route,
            WindowOpenedAt = go.Window?.OpenedAt,
            ClaimedAt = now,
            IsRepeat = due.Message.UnsureSince is not null,
            Notice = row.IsDBNull(3) ? null : ciphers.OpenNotice(row.GetFieldValue<byte[]>(3), due.Person, occasion),
        };
    }

    private static OutboundStatus StatusOf(RouteChoice choice) => choice switch
    {
        RouteChoice.Go or RouteChoice.Wait => OutboundStatus.Queued,
        RouteChoice.Hold => OutboundStatus.HeldForContact,
        RouteChoice.Withhold => OutboundStatus.Withheld,
        RouteChoice.Expire => OutboundStatus.Expired,
        RouteChoice.GiveUp => OutboundStatus.Unknown,
        _ => throw new InvalidOperationException($"Unknown choice {choice.GetType().Name}."),
    };

    private static long[] Held(List<DueRow> rows, RouteChoice[] choices) =>
        [.. rows.Zip(choices).Where(d => d.Second is RouteChoice.Hold).Select(d => d.First.Person.Value).Distinct()];

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };

    private sealed record DueRow(long Id, DateOnly Period, PersonId Person, string Channel, DueMessage Message);
}

/// <summary>What a host claimed in one go.</summary>
public sealed record ClaimedBatch(IReadOnlyList<ClaimedMessage> Messages, bool MayHaveMore);

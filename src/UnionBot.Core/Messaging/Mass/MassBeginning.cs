using Npgsql;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// Begins the people of a part in the ledger: from then on each may have been told, whatever becomes of the host. Who may not be told
/// now is withheld with the reason. People whom a host that died had begun are told again only by the same call, while the platform knows it.
/// </summary>
public sealed class MassBeginning
{
    private const int LongestList = 10_000;

    private const string RangeSql = "r.broadcast_id = $1 AND r.person_id BETWEEN $2 AND $3 AND r.route = $4";

    private const string BegunBeforeSql = $"SELECT EXISTS (SELECT FROM mass_recipient r WHERE {RangeSql} AND r.status = 1)";

    private const string GiveUpSql = $"UPDATE mass_recipient r SET status = 7 WHERE {RangeSql} AND r.status = 1";

    private const string RepeatSql =
        $"""
        WITH due AS (
            SELECT r.person_id, p.address, p.address_hash FROM mass_recipient r JOIN person p ON p.id = r.person_id
             WHERE {RangeSql} AND r.status = 1 ORDER BY r.person_id LIMIT $5),
        begun AS (
            UPDATE mass_recipient r SET attempts = r.attempts + 1 FROM due d WHERE {RangeSql} AND r.person_id = d.person_id
            RETURNING r.person_id, r.attempts, d.address, d.address_hash, NULL::int AS why)
        SELECT * FROM begun ORDER BY person_id
        """;

    // Who stopped it after the tag was filled is to lose it first.
    private const string OptOutSql =
        $"""
        WITH gone AS (
            UPDATE mass_recipient r SET status = 9, reason = 4, attempts = 0 FROM opt_out x
             WHERE {RangeSql} AND r.status = 1 AND x.person_id = r.person_id AND x.kind = $5 RETURNING 1)
        UPDATE mass_tag SET state = 0 WHERE broadcast_id = $1 AND EXISTS (SELECT FROM gone)
        """;

    private const string OneSql =
        $"""
        SELECT r.person_id, r.attempts, p.address, p.address_hash, NULL::int
          FROM mass_recipient r JOIN person p ON p.id = r.person_id WHERE {RangeSql} AND r.status = 1 ORDER BY r.person_id LIMIT 1
        """;

    private static readonly string BeginSql =
        $"""
        WITH {MassPolicy.ToldSql},
        due AS (
            SELECT r.person_id, p.address, p.address_hash, {MassPolicy.WhySql} AS why
              FROM mass_recipient r JOIN person p ON p.id = r.person_id
             WHERE {RangeSql} AND r.status = 0 ORDER BY r.person_id LIMIT $5),
        begun AS (
            UPDATE mass_recipient r SET status = CASE WHEN d.why IS NULL THEN 1 ELSE 9 END, reason = d.why,
                   attempts = r.attempts + CASE WHEN d.why IS NULL THEN 1 ELSE 0 END
              FROM due d WHERE {RangeSql} AND r.person_id = d.person_id
            RETURNING r.person_id, r.attempts, d.address, d.address_hash, d.why)
        SELECT * FROM begun ORDER BY person_id
        """;

    // The list next to it, if nobody has it in hand; whoever is left over alone goes from one range into the other.
    private const string MoveSql =
        """
        WITH next AS (
            SELECT number FROM mass_slice WHERE broadcast_id = $1 AND route = $4 AND state = 0 AND number IN ($5 - 1, $5 + 1)
             ORDER BY number DESC LIMIT 1 FOR UPDATE SKIP LOCKED),
        taken AS (
            UPDATE mass_slice s SET first_person = least(s.first_person, $6), last_person = greatest(s.last_person, $6)
              FROM next n WHERE s.broadcast_id = $1 AND s.number = n.number RETURNING s.number),
        left_behind AS (
            UPDATE mass_slice s SET first_person = CASE WHEN t.number < s.number THEN $6 + 1 ELSE s.first_person END,
                   last_person = CASE WHEN t.number > s.number THEN $6 - 1 ELSE s.last_person END
              FROM taken t WHERE s.broadcast_id = $1 AND s.number = $5)
        UPDATE mass_recipient r SET attempts = r.attempts - 1, status = CASE WHEN EXISTS (SELECT FROM taken) THEN 0 ELSE 9 END,
               reason = CASE WHEN EXISTS (SELECT FROM taken) THEN NULL ELSE $7 END
         WHERE r.broadcast_id = $1 AND r.person_id = $6 AND r.person_id BETWEEN $2 AND $3
        """;

    private readonly MassPolicy _policy;
    private readonly PersonalBeginning _personal;
    private readonly MessageCiphers _ciphers;
    private readonly SendingRules _rules;

    public MassBeginning(QuotaLedger quotas, MessageCiphers ciphers, SendingRules rules, IEnumerable<ChannelRules> channels)
    {
        (_ciphers, _rules) = (ciphers, rules);
        _policy = new MassPolicy(rules, channels);
        _personal = new PersonalBeginning(quotas, _policy, ciphers, rules);
    }

    /// <param name="calledAt">When people of this part were last begun for the first time; null when nobody was.</param>
    /// <param name="account">What is left of the account's calls; what is needed is spent.</param>
    public async Task<BegunSlice> BeginAsync(
        NpgsqlConnection connection, MassSlice slice, DateTimeOffset? calledAt, ApiQuota account, DateTimeOffset now, CancellationToken ct)
    {
        if (await WasBegunAsync(connection, slice, ct))
        {
            if (slice.TagId is not null && (IsFirstCall(slice) || calledAt + RepeatOf(slice.Route) > now))
                return await CallTagAsync(connection, slice, account, now, ct);
            if (calledAt + RepeatOf(slice.Route) > now && calledAt <= now) return await RepeatAsync(connection, slice, account, now, ct);

            await GiveUpAsync(connection, slice, ct);
        }

        return slice.Route is SendRoute.Mass or SendRoute.Template
            ? await BeginManyAsync(connection, slice, account, now, ct)
            : await _personal.BeginAsync(connection, slice, account, now, ct);
    }

    private async Task<BegunSlice> BeginManyAsync(
        NpgsqlConnection connection, MassSlice slice, ApiQuota account, DateTimeOffset now, CancellationToken ct)
    {
        var most = MostAtOnce(slice, account);
        await using var command = new NpgsqlCommand(BeginSql, connection);
        _policy.AddTo(command, slice, most, now);
        var (people, all) = await ReadAsync(command, slice, now, isRepeat: false, ct);
        if (slice.Route is SendRoute.Mass && people.Count == 1)
        {
            await MoveAsync(connection, slice, people[0].PersonId.Value, ct);
            people = [];
        }

        account.Spend(CallsFor(slice.Route, people.Count));
        return new BegunSlice(slice with { People = people }, IsFresh: true, MayHaveMore: all == most);
    }

    private async Task<BegunSlice> RepeatAsync(
        NpgsqlConnection connection, MassSlice slice, ApiQuota account, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = Ranged(RepeatSql, connection, slice);
        command.Parameters.Add(Of(MostAtOnce(slice, account)));
        var (people, _) = await ReadAsync(command, slice, now, isRepeat: true, ct);
        if (slice.Route is SendRoute.Mass && people.Count == 1)
        {
            // The others were left out since, and the platform takes no list of one.
            await GiveUpAsync(connection, slice, ct);
            people = [];
        }

        account.Spend(CallsFor(slice.Route, people.Count));
        return new BegunSlice(slice with { People = people }, IsFresh: false);
    }

    /// <summary>All who carry the tag were begun before, so one of them stands for all.</summary>
    private async Task<BegunSlice> CallTagAsync(
        NpgsqlConnection connection, MassSlice slice, ApiQuota account, DateTimeOffset now, CancellationToken ct)
    {
        if (IsFirstCall(slice) && await HaveOptedOutAsync(connection, slice, ct)) return new BegunSlice(slice, IsFresh: false, MayHaveMore: true);

        await using var command = Ranged(OneSql, connection, slice);
        var (people, _) = await ReadAsync(command, slice, now, isRepeat: !IsFirstCall(slice), ct);
        account.Spend();
        return new BegunSlice(slice with { People = [.. people.Select(one => one with { Attempts = slice.Claim - 1 })] }, IsFresh: IsFirstCall(slice));
    }

    private static async Task<bool> HaveOptedOutAsync(NpgsqlConnection connection, MassSlice slice, CancellationToken ct)
    {
        await using var command = Ranged(OptOutSql, connection, slice);
        command.Parameters.Add(Of((short)slice.Kind));
        return await command.ExecuteNonQueryAsync(ct) > 0;
    }

    /// <summary>Whoever made the list of the tag was the first to have it in hand.</summary>
    private static bool IsFirstCall(MassSlice slice) => slice.Claim == 2;

    private static int CallsFor(SendRoute route, int people) => route is SendRoute.Mass ? Math.Min(people, 1) : people;

    private int MostAtOnce(MassSlice slice, ApiQuota account) =>
        slice.Route is SendRoute.Mass ? LongestList : Math.Min(_rules.Mass.SliceSize, account.Left);

    private async Task<(IReadOnlyList<SendAttempt> People, int All)> ReadAsync(
        NpgsqlCommand command, MassSlice slice, DateTimeOffset now, bool isRepeat, CancellationToken ct)
    {
        var (people, all) = (new List<SendAttempt>(), 0);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            all++;
            if (!row.IsDBNull(4)) continue;

            var address = _ciphers.OpenAddress(row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3));
            people.Add(new SendAttempt(new PersonId(row.GetInt64(0)), address, row.GetInt16(1))
            {
                Kind = slice.Kind,
                Route = slice.Route,
                ClaimedAt = now,
                IsRepeat = isRepeat,
            });
        }

        return (people, all);
    }

    private static async Task<bool> WasBegunAsync(NpgsqlConnection connection, MassSlice slice, CancellationToken ct)
    {
        if (slice.Claim == 1) return false;

        await using var command = Ranged(BegunBeforeSql, connection, slice);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task GiveUpAsync(NpgsqlConnection connection, MassSlice slice, CancellationToken ct)
    {
        await using var command = Ranged(GiveUpSql, connection, slice);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task MoveAsync(NpgsqlConnection connection, MassSlice slice, long person, CancellationToken ct)
    {
        await using var command = Ranged(MoveSql, connection, slice);
        command.Parameters.AddRange((NpgsqlParameter[])[Of(slice.Number), Of(person), Of((short)WithheldReason.NoWay)]);
        await command.ExecuteNonQueryAsync(ct);
    }

    private TimeSpan RepeatOf(SendRoute route) => route switch
    {
        SendRoute.Mass => _rules.Mass.ListRepeat,
        SendRoute.Template => _rules.TemplateRepeat,
        _ => TimeSpan.Zero,
    };

    private static NpgsqlCommand Ranged(string sql, NpgsqlConnection connection, MassSlice slice) => new(sql, connection)
    {
        Parameters = { Of(slice.BroadcastId), Of(slice.First), Of(slice.Last), Of((short)slice.Route) },
    };

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

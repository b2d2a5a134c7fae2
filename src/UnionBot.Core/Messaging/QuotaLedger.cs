using Npgsql;
using NpgsqlTypes;

namespace UnionBot.Core.Messaging;

/// <summary>What the platform lets us send, to one person and by one API, kept in the database: the same for all hosts.</summary>
public sealed class QuotaLedger(SendingRules rules)
{
    // Hosts claim one after the other: whoever holds these rows sees what the one before has spent.
    private const string AccountSql =
        "SELECT route, day, day_spent, minute, minute_spent, stopped_until, has_right FROM api_quota ORDER BY route FOR UPDATE";

    // What was spent counts for the very contact it was spent from; a newer one begins at nothing.
    private const string PeopleSql =
        $"""
        SELECT t.person_id, p.unfollowed_at IS NOT NULL,
               t.typed_at, CASE WHEN t.typed_spent_for = t.typed_at THEN t.typed_spent ELSE 0 END,
               t.tapped_at, CASE WHEN t.tapped_spent_for = t.tapped_at THEN t.tapped_spent ELSE 0 END,
               t.pushed_on, t.pushes, t.broadcast_at, ARRAY (SELECT o.kind FROM opt_out o WHERE o.person_id = t.person_id),
               {UnknownAddresses.IsUnknownSql}
          FROM talk t JOIN person p ON p.id = t.person_id WHERE t.person_id = ANY ($1)
        """;

    // What went to lists is counted where it stands: nobody writes to a million talks for that.
    private const string ListsSql =
        """
        SELECT r.person_id, count(*)::int
          FROM mass_send m JOIN mass_slice s USING (broadcast_id)
          JOIN mass_recipient r ON r.broadcast_id = s.broadcast_id AND r.route = s.route AND r.person_id BETWEEN s.first_person AND s.last_person
         WHERE m.kind = ANY ($3) AND m.begun_at IS NOT NULL AND (m.ended_at IS NULL OR m.ended_at >= $2)
           AND s.route = 4 AND s.called_at >= $2 AND r.person_id = ANY ($1) AND r.status IN (1, 3, 4, 7)
         GROUP BY 1
        """;

    private static readonly short[] Unasked =
        [.. Enum.GetValues<MessageKind>().Where(SendRoutes.IsUnasked).Select(kind => (short)kind)];

    private const string ConsentSql =
        """
        SELECT a.person_id, a.template_id, (count(*) - coalesce(max(u.spent), 0))::int
          FROM notice_answer a LEFT JOIN notice_use u USING (person_id, template_id)
         WHERE a.person_id = ANY ($1) AND a.template_id = ANY ($2) AND a.accepted AND (u.void_at IS NULL OR a.at > u.void_at)
         GROUP BY a.person_id, a.template_id
        """;

    private const string SaveAccountSql =
        """
        UPDATE api_quota q SET day = s.day, day_spent = s.day_spent, minute = s.minute, minute_spent = s.minute_spent
          FROM unnest($1, $2, $3, $4, $5) AS s (route, day, day_spent, minute, minute_spent) WHERE q.route = s.route
        """;

    private const string SavePeopleSql =
        """
        UPDATE talk t SET typed_spent = s.typed, typed_spent_for = t.typed_at, tapped_spent = s.tapped, tapped_spent_for = t.tapped_at,
               pushed_on = s.pushed_on, pushes = s.pushes, broadcast_at = s.broadcast_at
          FROM unnest($1, $2, $3, $4, $5, $6) AS s (person_id, typed, tapped, pushed_on, pushes, broadcast_at) WHERE t.person_id = s.person_id
        """;

    private const string SaveConsentSql =
        """
        INSERT INTO notice_use (person_id, template_id, spent)
        SELECT person_id, template_id, count(*) FROM unnest($1, $2) AS s (person_id, template_id) GROUP BY 1, 2
            ON CONFLICT (person_id, template_id) DO UPDATE SET spent = notice_use.spent + excluded.spent
        """;

    private const string HoldSql = "UPDATE talk SET has_held = true WHERE person_id = ANY ($1)";

    /// <summary>The account's quotas, locked until the transaction ends.</summary>
    public async Task<IReadOnlyDictionary<SendRoute, ApiQuota>> LockAccountAsync(
        NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(AccountSql, connection);
        var account = new Dictionary<SendRoute, ApiQuota>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var route = (SendRoute)row.GetInt16(0);
            account.Add(route, ApiQuota.At(
                now,
                rules.Apis[route],
                row.GetFieldValue<DateOnly>(1),
                row.GetInt32(2),
                row.GetFieldValue<DateTimeOffset>(3),
                row.GetInt32(4),
                Moment(row, 5),
                row.GetBoolean(6)));
        }

        return account;
    }

    /// <summary>What may be sent to these people, whose talks the caller has locked.</summary>
    public async Task<IReadOnlyDictionary<long, PersonQuota>> LoadPeopleAsync(
        NpgsqlConnection connection, long[] people, CancellationToken ct)
    {
        var quotas = new Dictionary<long, PersonQuota>(people.Length);
        await using (var command = new NpgsqlCommand(PeopleSql, connection) { Parameters = { Of(people) } })
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct)) quotas.Add(row.GetInt64(0), Read(row));
        }

        if (rules.Notices.Count > 0) await AddConsentsAsync(connection, quotas, ct);
        return quotas;
    }

    /// <summary>Adds what these people were sent in lists (群发) today.</summary>
    public static async Task AddListsAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<long, PersonQuota> people, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ListsSql, connection)
        {
            Parameters = { Of(people.Keys.ToArray()), Of(ApiQuota.TomorrowAfter(now).AddDays(-1)), Of(Unasked) },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) people[row.GetInt64(0)].Lists = row.GetInt32(1);
    }

    /// <summary>Writes down what was spent of the account's.</summary>
    public static async Task SaveAccountAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<SendRoute, ApiQuota> account, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { SaveAccount([.. account]) } };
        await batch.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Writes down what was spent, and who has something waiting for them.</summary>
    public static async Task SaveAsync(
        NpgsqlConnection connection,
        IReadOnlyDictionary<SendRoute, ApiQuota> account,
        IReadOnlyDictionary<long, PersonQuota> people,
        long[] held,
        CancellationToken ct)
    {
        await SaveAccountAsync(connection, account, ct);
        await SavePeopleAsync(connection, people, held, ct);
    }

    /// <summary>Writes down what was spent of people's, and who has something waiting for them.</summary>
    public static async Task SavePeopleAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<long, PersonQuota> people, long[] held, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { SavePeople([.. people]) } };
        (long Person, string Template)[] consents = [.. people.SelectMany(p => p.Value.SpentConsents, (p, id) => (p.Key, id))];
        if (consents.Length > 0) batch.BatchCommands.Add(SaveConsents(consents));
        if (held.Length > 0) batch.BatchCommands.Add(new NpgsqlBatchCommand(HoldSql) { Parameters = { Of(held) } });
        await batch.ExecuteNonQueryAsync(ct);
    }

    private PersonQuota Read(NpgsqlDataReader row) => new(
        new ContactWindow(Moment(row, 2), rules.MessageWindow, rules.CustomAfterMessage, row.GetInt32(3)),
        new ContactWindow(Moment(row, 4), rules.TapWindow, rules.CustomAfterTap, row.GetInt32(5)))
    {
        IsUnfollowed = row.GetBoolean(1),
        PushedOn = row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6),
        Pushes = row.GetInt16(7),
        BroadcastAt = Moment(row, 8),
        IsUnknown = row.GetBoolean(10),
        OptedOut = [.. row.GetFieldValue<short[]>(9).Select(kind => (MessageKind)kind)],
    };

    private async Task AddConsentsAsync(NpgsqlConnection connection, Dictionary<long, PersonQuota> quotas, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ConsentSql, connection)
        {
            Parameters = { Of(quotas.Keys.ToArray()), Of(rules.Notices.Values.Distinct().ToArray()) },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct)) quotas[row.GetInt64(0)].Consents(row.GetString(1), row.GetInt32(2));
    }

    private static NpgsqlBatchCommand SaveAccount(KeyValuePair<SendRoute, ApiQuota>[] account) => new(SaveAccountSql)
    {
        Parameters =
        {
            Arrays.Of(account, a => (short)a.Key, NpgsqlDbType.Smallint),
            Arrays.Of(account, a => a.Value.Day, NpgsqlDbType.Date),
            Arrays.Of(account, a => a.Value.DaySpent, NpgsqlDbType.Integer),
            Arrays.Of(account, a => a.Value.Minute, NpgsqlDbType.TimestampTz),
            Arrays.Of(account, a => a.Value.MinuteSpent, NpgsqlDbType.Integer),
        },
    };

    private static NpgsqlBatchCommand SavePeople(KeyValuePair<long, PersonQuota>[] people) => new(SavePeopleSql)
    {
        Parameters =
        {
            Arrays.Of(people, p => p.Key, NpgsqlDbType.Bigint),
            Arrays.Of(people, p => (short)p.Value.Message.Spent, NpgsqlDbType.Smallint),
            Arrays.Of(people, p => (short)p.Value.Tap.Spent, NpgsqlDbType.Smallint),
            Arrays.Of(people, p => p.Value.PushedOn, NpgsqlDbType.Date),
            Arrays.Of(people, p => (short)p.Value.Pushes, NpgsqlDbType.Smallint),
            Arrays.Of(people, p => p.Value.BroadcastAt, NpgsqlDbType.TimestampTz),
        },
    };

    private static NpgsqlBatchCommand SaveConsents((long Person, string Template)[] consents) => new(SaveConsentSql)
    {
        Parameters =
        {
            Arrays.Of(consents, c => c.Person, NpgsqlDbType.Bigint), Arrays.Of(consents, c => c.Template, NpgsqlDbType.Text),
        },
    };

    private static DateTimeOffset? Moment(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

using Npgsql;
using NpgsqlTypes;
using UnionBot.Chat.Dialogs;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>
/// Begins people who are told by a way that spends something of theirs: a custom message of an open window, a consent to a
/// notice. No call of these can be repeated, so only as many are begun as are called at once.
/// </summary>
internal sealed class PersonalBeginning(QuotaLedger quotas, MassPolicy policy, MessageCiphers ciphers, SendingRules rules)
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    // Who is talking right now is left for the next time: to wait for their talk could end in a deadlock.
    private static readonly string FindSql =
        $"""
        WITH {MassPolicy.ToldSql}
        SELECT r.person_id, r.attempts, p.address, p.address_hash, {MassPolicy.WhySql}
          FROM mass_recipient r JOIN person p ON p.id = r.person_id JOIN talk t ON t.person_id = r.person_id
         WHERE r.broadcast_id = $1 AND r.person_id BETWEEN $2 AND $3 AND r.route = $4 AND r.status = 0
         ORDER BY r.person_id LIMIT $5 FOR UPDATE OF t SKIP LOCKED
        """;

    private const string BeginSql =
        """
        UPDATE mass_recipient r SET status = CASE WHEN d.why IS NULL THEN 1 ELSE 9 END, reason = d.why,
               attempts = r.attempts + CASE WHEN d.why IS NULL THEN 1 ELSE 0 END
          FROM unnest($2, $3) AS d (person_id, why) WHERE r.broadcast_id = $1 AND r.person_id = d.person_id
        """;

    private const string LeftSql =
        """
        SELECT EXISTS (SELECT FROM mass_recipient r WHERE r.broadcast_id = $1 AND r.person_id BETWEEN $2 AND $3 AND r.route = $4 AND r.status = 0)
        """;

    public async Task<BegunSlice> BeginAsync(
        NpgsqlConnection connection, MassSlice slice, ApiQuota account, DateTimeOffset now, CancellationToken ct)
    {
        var found = await FindAsync(connection, slice, Math.Min(rules.AtOnce, account.Left), now, ct);
        var people = await quotas.LoadPeopleAsync(connection, [.. found.Select(f => f.Attempt.PersonId.Value)], ct);
        (SendAttempt Attempt, short? Why)[] decided = [.. found.Select(f => Decide(f, people[f.Attempt.PersonId.Value], now))];
        await WriteAsync(connection, slice, decided, people, ct);

        SendAttempt[] begun = [.. decided.Where(d => d.Why is null).Select(d => d.Attempt)];
        account.Spend(begun.Length);
        var mayHaveMore = begun.Length == 0 && await AreLeftAsync(connection, slice, ct);
        return new BegunSlice(slice with { People = begun }, IsFresh: true, mayHaveMore, found.Count == 0 ? Moment : TimeSpan.Zero);
    }

    private async Task<List<(SendAttempt Attempt, short? Why)>> FindAsync(
        NpgsqlConnection connection, MassSlice slice, int most, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(FindSql, connection);
        policy.AddTo(command, slice, most, now);
        var found = new List<(SendAttempt, short?)>(most);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var why = row.IsDBNull(4) ? (short?)null : (short)row.GetInt32(4);
            var address = why is null ? ciphers.OpenAddress(row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3)) : "";
            var attempt = new SendAttempt(new PersonId(row.GetInt64(0)), address, row.GetInt16(1) + 1)
            {
                // A notice to many goes by the template for broadcasts, whatever it is about: that consent is spent.
                Kind = slice.Route is SendRoute.Notice ? MessageKind.Broadcast : slice.Kind,
                Route = slice.Route,
                ClaimedAt = now,
            };
            found.Add((attempt, why));
        }

        return found;
    }

    private (SendAttempt, short?) Decide((SendAttempt Attempt, short? Why) found, PersonQuota person, DateTimeOffset now)
    {
        if (found.Why is not null) return found;

        var attempt = found.Attempt;
        if (!TrySpend(attempt, person, now, out var window)) return (attempt, (short)WithheldReason.NoWay);

        if (SendRoutes.IsUnasked(attempt.Kind)) person.CountPush(attempt.Kind, now);
        return (attempt with { WindowOpenedAt = window?.OpenedAt }, null);
    }

    private bool TrySpend(SendAttempt attempt, PersonQuota person, DateTimeOffset now, out ContactWindow? window)
    {
        window = attempt.Route is SendRoute.Custom ? person.SpendCustom(now) : null;
        if (attempt.Route is SendRoute.Custom) return window is not null;
        if (!rules.Notices.TryGetValue(attempt.Kind, out var template) || !person.HasConsent(template)) return false;

        person.SpendConsent(template);
        return true;
    }

    private static async Task WriteAsync(
        NpgsqlConnection connection,
        MassSlice slice,
        (SendAttempt Attempt, short? Why)[] decided,
        IReadOnlyDictionary<long, PersonQuota> people,
        CancellationToken ct)
    {
        if (decided.Length == 0) return;

        await using var command = new NpgsqlCommand(BeginSql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = slice.BroadcastId },
                Arrays.Of(decided, d => d.Attempt.PersonId.Value, NpgsqlDbType.Bigint),
                Arrays.Of(decided, d => d.Why, NpgsqlDbType.Smallint),
            },
        };
        await command.ExecuteNonQueryAsync(ct);
        await QuotaLedger.SavePeopleAsync(connection, people, held: [], ct);
    }

    private static async Task<bool> AreLeftAsync(NpgsqlConnection connection, MassSlice slice, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(LeftSql, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = slice.BroadcastId },
                new NpgsqlParameter<long> { TypedValue = slice.First },
                new NpgsqlParameter<long> { TypedValue = slice.Last },
                new NpgsqlParameter<short> { TypedValue = (short)slice.Route },
            },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}

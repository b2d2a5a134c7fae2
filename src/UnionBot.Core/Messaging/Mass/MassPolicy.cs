using Npgsql;
using UnionBot.Core.Calendar;

namespace UnionBot.Core.Messaging.Mass;

/// <summary>Why somebody is not told when it is their turn, as it stands then and not as it stood when they were chosen. Part of a query.</summary>
internal sealed class MassPolicy(SendingRules rules, IEnumerable<ChannelRules> channels)
{
    /// <summary>
    /// Parts of other broadcasts that met the same people this week or month. $1 to $4 are the broadcast, the first and the last
    /// person and the way, $5 how many at most; the others are added by <see cref="AddTo"/>.
    /// </summary>
    public const string ToldSql =
        """
        told AS MATERIALIZED (
            SELECT s.broadcast_id, s.route, s.first_person, s.last_person, m.kind, s.called_at
              FROM mass_send m JOIN mass_slice s USING (broadcast_id)
             WHERE $6 AND m.broadcast_id <> $1 AND m.begun_at IS NOT NULL AND (m.ended_at IS NULL OR m.ended_at >= least($8, $9))
               AND s.called_at >= least($8, $9) AND s.last_person >= $2 AND s.first_person <= $3)
        """;

    /// <summary>Of a row <c>r</c> of the ledger and its person <c>p</c>: a <see cref="WithheldReason"/> or null.</summary>
    public static readonly string WhySql =
        $"""
        CASE WHEN p.unfollowed_at IS NOT NULL OR p.erased_at IS NOT NULL THEN {(short)WithheldReason.Unfollowed}
             WHEN {UnknownAddresses.IsUnknownSql} THEN {(short)WithheldReason.NotKnown}
             WHEN NOT p.channel = ANY ($13) THEN {(short)WithheldReason.NoWay}
             WHEN $6 AND EXISTS (SELECT FROM opt_out x WHERE x.person_id = r.person_id AND x.kind = $7) THEN {(short)WithheldReason.OptedOut}
             WHEN $6 AND EXISTS (SELECT FROM talk q WHERE q.person_id = r.person_id AND q.pushed_on = $11 AND q.pushes >= $12) THEN {(short)WithheldReason.Spared}
             WHEN $7 = {(short)MessageKind.Broadcast} AND (
                  EXISTS (SELECT FROM talk q WHERE q.person_id = r.person_id AND q.broadcast_at >= $8)
                  OR (SELECT count(*) {OthersSql} AND c.kind = $7 AND c.called_at >= $8) > 0) THEN {(short)WithheldReason.TooSoon}
             WHEN $4 = {(short)SendRoute.Mass} AND (SELECT count(*) {OthersSql} AND c.route = $4 AND c.called_at >= $9) >= $10
             THEN {(short)WithheldReason.MonthIsFull} END
        """;

    private const string OthersSql =
        """
        FROM told c JOIN mass_recipient o ON o.broadcast_id = c.broadcast_id AND o.route = c.route AND o.person_id = r.person_id
               WHERE r.person_id BETWEEN c.first_person AND c.last_person AND o.status IN (1, 3, 4, 7)
        """;

    private readonly string[] _channels = [.. channels.Where(c => c.IsMetered).Select(c => c.Channel)];

    public void AddTo(NpgsqlCommand command, MassSlice slice, int most, DateTimeOffset now)
    {
        var today = UnionCalendar.DayOf(now);
        var month = new DateTimeOffset(new DateOnly(today.Year, today.Month, 1), TimeOnly.MinValue, UnionCalendar.ChinaOffset).ToUniversalTime();
        command.Parameters.AddRange((NpgsqlParameter[])
        [
            Of(slice.BroadcastId), Of(slice.First), Of(slice.Last), Of((short)slice.Route), Of(most),
            Of(SendRoutes.IsUnasked(slice.Kind)), Of((short)slice.Kind),

            // Counted in days: a broadcast that goes out at nine every Monday meets the same people every Monday.
            Of(ApiQuota.TomorrowAfter(now - rules.Times.BetweenBroadcasts)), Of(month), Of(rules.Mass.PerMonth),
            Of(today), Of(rules.Times.PushesPerDay), Of(_channels),
        ]);
    }

    private static NpgsqlParameter<T> Of<T>(T value) => new() { TypedValue = value };
}

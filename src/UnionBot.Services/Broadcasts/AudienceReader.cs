using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>Says beforehand whom a broadcast would go to, whom not and why, as the database stands now.</summary>
public sealed class AudienceReader(
    UnionDb db, BroadcastForms forms, BroadcastWords words, SendingRules rules, MemberCiphers ciphers, BusinessClock clock)
{
    public const int SampleSize = 20;

    /// <summary>How many are meant, and what becomes of them.</summary>
    public async Task<AudiencePlan> PlanAsync(BroadcastContent content, CancellationToken ct)
    {
        var sql = await SqlAsync(content, ct);
        var counts = await db.Database.SqlQuery<ReasonCount>(AudienceSql.Around(
            sql.People, """SELECT reason AS "Reason", count(*) AS "People" FROM ($) a GROUP BY reason""")).ToListAsync(ct);
        var unbound = content.Audience.MeansMembers
            ? await db.Database.SqlQuery<long>(AudienceSql.Around(sql.Unbound, """SELECT count(*) AS "Value" FROM ($) a""")).SingleAsync(ct)
            : 0;
        var reached = counts.SingleOrDefault(c => c.Reason is null)?.People ?? 0;
        return new AudiencePlan(
            reached,
            counts.Where(c => c.Reason is not null).OrderByDescending(c => c.People).ToDictionary(c => (WithheldReason)c.Reason!, c => c.People),
            unbound)
        {
            Cost = content.Route is BroadcastRoute.Mass ? MassCost.Of(reached, rules) : null,
        };
    }

    /// <summary>Some of those it would go to, by chance, with their names masked.</summary>
    public async Task<IReadOnlyList<SampledPerson>> SampleAsync(BroadcastContent content, CancellationToken ct)
    {
        var sql = await SqlAsync(content, ct);
        var rows = await db.Database.SqlQuery<SampleRow>(AudienceSql.Around(
            sql.People,
            $"""
            SELECT a.person_id AS "Person", m.id AS "Member", m.name AS "Name", o.name AS "Union"
              FROM (SELECT * FROM ($) b WHERE reason IS NULL ORDER BY random() LIMIT {SampleSize}) a
              LEFT JOIN member m ON m.id = a.member_id LEFT JOIN organisation o ON o.id = m.organisation_id
             ORDER BY a.person_id
            """)).ToListAsync(ct);
        return [.. rows.Select(Masked)];
    }

    /// <summary>The masked names of those of these people who are on a roster.</summary>
    public async Task<IReadOnlyDictionary<long, SampledPerson>> NamesAsync(long[] people, CancellationToken ct)
    {
        var rows = await db.Database.SqlQuery<SampleRow>(
            $"""
            SELECT m.person_id AS "Person", m.id AS "Member", m.name AS "Name", o.name AS "Union"
              FROM member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = ANY ({people})
            """).ToListAsync(ct);
        return rows.ToDictionary(row => row.Person, Masked);
    }

    /// <summary>The statement that fixes the people when sending begins.</summary>
    internal Task<AudienceSql> SqlAsync(BroadcastContent content, CancellationToken ct) => SqlAsync(content, StaffScope.Whole, ct);

    /// <summary>Of these people only those of a part of the tree.</summary>
    internal async Task<AudienceSql> SqlAsync(BroadcastContent content, StaffScope scope, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var at = content.NotBefore > now ? content.NotBefore : now;
        var path = content.Audience.OrganisationId is { } node
            ? await db.Set<Organisation>().Where(o => o.Id == node).Select(o => o.Path).SingleAsync(ct)
            : null;

        // Counted in days, as when it is sent: a broadcast that goes out at nine every Monday meets the same people every Monday.
        var (week, month) = (ApiQuota.TomorrowAfter(at - rules.Times.BetweenBroadcasts), MonthOf(at));
        var thisWeek = await db.Broadcasts.Where(b => b.Purpose == BroadcastPurpose.Campaign && b.StartedAt >= week)
            .Select(b => b.Id).ToArrayAsync(ct);
        var thisMonth = await db.Broadcasts.Where(b => b.Route == BroadcastRoute.Mass && b.StartedAt != null && (b.EndedAt == null || b.EndedAt >= month))
            .Select(b => b.Id).ToArrayAsync(ct);
        var facts = new AudienceFacts(path, at, forms.Of(content.Route)?.TemplateId, words.TestAccount, week, thisWeek, thisMonth)
        {
            Below = scope.IsWhole ? null : scope.Below,
        };
        return new AudienceSql(content, facts, rules);
    }

    /// <summary>The platform counts by the calendar month in China.</summary>
    private static DateTimeOffset MonthOf(DateTimeOffset at)
    {
        var day = UnionCalendar.DayOf(at);
        return new DateTimeOffset(day.Year, day.Month, 1, 0, 0, 0, UnionCalendar.ChinaOffset).ToUniversalTime();
    }

    private SampledPerson Masked(SampleRow row)
    {
        var name = row is { Member: { } member, Name: { } sealedName } ? DisplayMask.Name(ciphers.OpenName(member, sealedName)) : null;
        return new SampledPerson(new PersonId(row.Person), name, row.Union);
    }

    private sealed record ReasonCount(short? Reason, long People);

    private sealed record SampleRow(long Person, long? Member, byte[]? Name, string? Union);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.FollowUps;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>Keeps wishes for a call and reports, within the turn that speaks of them.</summary>
/// <param name="warnings">Made only when somebody must be told: nearly no turn needs it, and it takes the database.</param>
internal sealed class VacancyDesk(TurnDatabase turn, VacancyCiphers ciphers, IPlacements placements, Lazy<DoubtWarnings> warnings) : IVacancyDesk
{
    public async Task AskForCallAsync(
        PersonId person, long? vacancy, CallWay way, MobileNumber? phone, DateOnly? startsOn, DateTimeOffset at, CancellationToken ct)
    {
        var (db, id) = (turn.Db, Guid.CreateVersion7());
        db.Add(new VacancyCall(id, person, vacancy, phone is null ? null : ciphers.SealCall(id, phone), way, at) { StartsOn = startsOn });
        if (vacancy is { } one) await placements.ApplyAsync(person, one, at, ct);
    }

    public async Task<bool> IsCallOnOrderAsync(PersonId person, CancellationToken ct) => (await OnOrderAsync(turn.Db, person, ct)).Count > 0;

    public async Task ChangeCallAsync(PersonId person, CallWay way, MobileNumber? phone, DateTimeOffset at, CancellationToken ct)
    {
        var db = turn.Db;
        foreach (var (@case, call) in await OnOrderAsync(db, person, ct))
        {
            call.ReachBy(way, phone is null ? null : ciphers.SealCall(call.Id, phone));
            new AuditLog(db).Add(AuditActor.Person(person), "vacancy-call/phone-changed", string.Create(CultureInfo.InvariantCulture, $"case/{@case}"), at);
        }
    }

    public async Task ReportAsync(PersonId person, long vacancy, ReportReason reason, DateTimeOffset at, CancellationToken ct)
    {
        // The vacancy's row first: of two reports at once the second counts the first.
        var db = turn.Db;
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM vacancy WHERE id = {vacancy} FOR UPDATE", ct);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO vacancy_report (person_id, vacancy_id, reason, at) VALUES ({person.Value}, {vacancy}, {(short)reason}, {at})
            ON CONFLICT (vacancy_id, person_id) DO UPDATE SET reason = excluded.reason, at = excluded.at
            """, ct);
        if (await CountAsync(db, vacancy, at, ct) < VacancyReport.Enough) return;

        var reported = await db.Vacancies.SingleAsync(v => v.Id == vacancy, ct);
        if (reported.State is not VacancyState.Approved) return;

        reported.Hide(VacancyDoubts.Reported);
        await warnings.Value.TellAsync(reported, at, ct);
    }

    /// <summary>The last call of each case that is open. The rows of the cases are locked: none is closed under the change.</summary>
    private static async Task<IReadOnlyList<(long Case, VacancyCall Call)>> OnOrderAsync(UnionDb db, PersonId person, CancellationToken ct)
    {
        var cases = await db.Set<Case>()
            .FromSql($"SELECT * FROM union_case WHERE person_id = {person.Value} AND kind = {VacancyCall.CaseKind} AND status <> {(short)CaseStatus.Closed} ORDER BY id FOR UPDATE")
            .AsNoTracking().ToListAsync(ct);
        if (cases.Count == 0) return [];

        var calls = await db.Set<VacancyCall>().Where(c => c.PersonId == person).OrderByDescending(c => c.AskedAt).ToListAsync(ct);
        return
        [
            .. from one in cases
               let call = calls.Find(c => VacancyCall.SubjectOf(c.VacancyId) == one.Subject)
               where call is not null
               select (one.Id, call),
        ];
    }

    /// <summary>Different workers: one with two accounts is known by the confirmed phone and counts once.</summary>
    private static Task<int> CountAsync(UnionDb db, long vacancy, DateTimeOffset at, CancellationToken ct)
    {
        var since = at - VacancyReport.Window;
        return db.Database.SqlQuery<int>(
            $"""
            SELECT count(DISTINCT coalesce(encode(p.phone_hash, 'hex'), p.id::text))::int AS "Value"
              FROM vacancy_report r JOIN person p ON p.id = r.person_id
             WHERE r.vacancy_id = {vacancy} AND r.at > {since}
            """).SingleAsync(ct);
    }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Services.Membership.Retention;

/// <summary>
/// Who can no longer be written to while something of theirs is open, and who asked to be forgotten but is held by
/// something: staff call them, and bring it to an end.
/// </summary>
public sealed class PhoneList(UnionDb db, DataHolds holds, KnownPhones phones, BusinessClock clock)
{
    /// <summary>Reads the list. Whose number was read by whom is in the audit before anything is shown.</summary>
    /// <param name="scope">Of whose people; those on no roster belong to the whole union.</param>
    /// <param name="reader">The member of staff who reads it.</param>
    public async Task<IReadOnlyList<PhoneListLine>> ReadAsync(StaffScope scope, long reader, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var lines = new List<PhoneListLine>();
        foreach (var person in await WithinAsync(scope, await PeopleAsync(now, ct), ct))
        {
            var hold = await holds.FindAsync(person.Id, ct);
            if (hold is null && person.UnfollowedAt is null) continue;

            var cases = await OpenCasesAsync(person.Id, ct);
            var phone = await phones.FindAsync(db, person.Id, ct);
            lines.Add(new PhoneListLine(person.Id, phone, person.UnfollowedAt, person.ErasedOn, hold, cases));
            new AuditLog(db).Add(AuditActor.Staff(reader), "phone-list/read", $"person/{person.Id.Value}", now);
        }

        await db.SaveChangesAsync(ct);
        return lines;
    }

    private async Task<List<Candidate>> PeopleAsync(DateTimeOffset now, CancellationToken ct)
    {
        var unfollowed = await db.Set<Person>()
            .Where(p => p.UnfollowedAt != null && p.ErasedAt == null)
            .Where(p => db.Set<Case>().Any(
                c => c.PersonId == p.Id && c.Kind == CaseKinds.Unfollowed && c.Status != CaseStatus.Closed))
            .Select(p => new { p.Id, p.UnfollowedAt }).ToListAsync(ct);
        var asked = await db.DeletionRequests
            .Where(r => r.EndedAt == null && r.DueAt <= now)
            .Select(r => new { r.PersonId, r.DueAt }).ToListAsync(ct);

        var listed = unfollowed.Select(p => new Candidate(p.Id, p.UnfollowedAt, DayOf(p.UnfollowedAt!.Value + DeletionRequest.CoolOff)));
        return
        [
            .. listed.Concat(asked.Select(r => new Candidate(r.PersonId, null, DayOf(r.DueAt)))).DistinctBy(p => p.Id)
                .OrderBy(p => p.Id.Value),
        ];
    }

    private async Task<IReadOnlyList<Candidate>> WithinAsync(StaffScope scope, List<Candidate> people, CancellationToken ct)
    {
        if (scope.IsWhole) return people;

        var ids = people.Select(p => (PersonId?)p.Id).ToArray();
        var members = await db.Set<Member>().Where(m => ids.Contains(m.PersonId))
            .Join(db.Set<Organisation>(), m => m.OrganisationId, o => o.Id, (m, o) => new { m.PersonId, o.Path }).ToListAsync(ct);
        var theirs = members.Where(m => scope.Covers(m.Path)).Select(m => m.PersonId!.Value).ToHashSet();
        return [.. people.Where(p => theirs.Contains(p.Id))];
    }

    private Task<List<long>> OpenCasesAsync(PersonId person, CancellationToken ct) => db.Set<Case>()
        .Where(c => c.PersonId == person && c.Status != CaseStatus.Closed).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);

    private static DateOnly DayOf(DateTimeOffset moment) => UnionCalendar.DayOf(moment);

    private sealed record Candidate(PersonId Id, DateTimeOffset? UnfollowedAt, DateOnly ErasedOn);
}

/// <summary>Somebody to be called.</summary>
/// <param name="Phone">In full; null when none is known.</param>
/// <param name="UnfollowedAt">UTC; null for somebody who still follows and asked to be forgotten.</param>
/// <param name="ErasedOn">The day on which their data were to go, in China.</param>
/// <param name="HeldBy">Stored name of what keeps them, such as <c>case/open</c>; null when nothing does any more.</param>
/// <param name="Cases">The numbers of their cases that are not closed.</param>
public sealed record PhoneListLine(
    PersonId Person,
    MobileNumber? Phone,
    DateTimeOffset? UnfollowedAt,
    DateOnly ErasedOn,
    string? HeldBy,
    IReadOnlyList<long> Cases);

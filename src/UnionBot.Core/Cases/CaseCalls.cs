using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>
/// A call for a person (人工, a third miss) that has no matter of its own belongs to the open case of such calls, else to the case
/// that was opened last, if that was not long ago. Call under the lock of the person's talk; does not save.
/// </summary>
internal sealed class CaseCalls(UnionDb db, Outbox outbox)
{
    private static readonly TimeSpan Recent = TimeSpan.FromHours(1);

    private static readonly TimeSpan NoticeGoodFor = TimeSpan.FromHours(12);

    /// <summary>Adds the call to a case and lets staff know of it.</summary>
    /// <param name="kind">Of the case that it would be else.</param>
    /// <returns>The number of that case; null when there is none.</returns>
    public async Task<long?> TryJoinAsync(PersonId person, string kind, DateTimeOffset now, CancellationToken ct)
    {
        if (await FindAsync(person, kind, now, ct) is not { } found) return null;

        await TellAsync(found, now, ct);
        return found.Id;
    }

    /// <summary>The one of this kind, else the last that was opened within the hour; never a crisis, which has a desk of its own.</summary>
    private async Task<Joinable?> FindAsync(PersonId person, string kind, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Recent;
        var found = await db.Database.SqlQuery<Joinable>(
            $"""
            SELECT id, assignee_id AS "AssigneeId" FROM union_case
             WHERE person_id = {person.Value} AND status <> {(short)CaseStatus.Closed} AND kind <> {Case.Crisis}
               AND ((opened_at > {since} AND opened_at <= {now}) OR (kind = {kind} AND subject IS NULL))
             ORDER BY kind = {kind} AND subject IS NULL DESC, opened_at DESC, id DESC
             LIMIT 1 FOR UPDATE
            """).ToListAsync(ct);
        return found is [var one] ? one : null;
    }

    /// <summary>Whoever works on it; else it is announced to those on duty once more.</summary>
    private async Task TellAsync(Joinable @case, DateTimeOffset now, CancellationToken ct)
    {
        if (@case.AssigneeId is not { } staff)
        {
            await db.Set<Case>().Where(c => c.Id == @case.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.AnnouncedAt, (DateTimeOffset?)null), ct);
            return;
        }

        if (await db.Set<Staff>().Where(s => s.Id == staff).Select(s => s.PersonId).SingleAsync(ct) is not { } owner) return;
        await outbox.AddAsync(
            [
                new OutboundDraft(owner, CaseOccasions.OfCall(@case.Id, now), new CalledAgain(@case.Id), DueOn: now, NotAfter: now + NoticeGoodFor)
                {
                    Kind = MessageKind.StaffNotice,
                },
            ],
            ct);
    }

    /// <summary>An open case of the person, locked until the turn ends.</summary>
    private sealed record Joinable(long Id, long? AssigneeId);
}

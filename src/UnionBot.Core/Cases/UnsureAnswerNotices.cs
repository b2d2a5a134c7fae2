using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// Tells whoever wrote an answer, and whoever works on its case, in their chats that it may not have arrived: the
/// platform refused it, it was not sent since the platform knows nobody there, or its answer to us was lost. Read from the ledger, so no crash can lose it; each person is told
/// of an answer once, whichever host does it, since the ledger takes an occasion once.
/// </summary>
public sealed class UnsureAnswerNotices(UnionDb db, Outbox outbox, BusinessClock clock)
{
    /// <summary>Who could not be told by then will have met the person otherwise.</summary>
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(7);

    /// <returns>How many members of staff are told now.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var untold = await FindAsync(now - WorthTelling, ct);
        if (untold.Count == 0) return 0;

        return await outbox.AddAsync([.. untold.Select(u => Draft(u, now))], ct);
    }

    // The moment of the answer decides the part of the ledger, so that it is the same whenever this runs.
    private static OutboundDraft Draft(UntoldAnswer untold, DateTimeOffset now) => new(
        new PersonId(untold.Person),
        CaseOccasions.OfUnsureAnswer(untold.Case, untold.Entry),
        new AnswerUnsure(untold.Case, untold.AnsweredAt, untold.IsRefused),
        DueOn: untold.AnsweredAt,
        NotAfter: now + WorthTelling)
    {
        Kind = MessageKind.StaffNotice,
    };

    // The first line of the condition is that of the index outbound_unsent: hardly ever is there a row in it.
    private Task<List<UntoldAnswer>> FindAsync(DateTimeOffset since, CancellationToken ct) => db.Database.SqlQuery<UntoldAnswer>(
        $"""
        SELECT s.person_id AS "Person", c.id AS "Case", e.number AS "Entry", e.at AS "AnsweredAt", o.status <> 7 AS "IsRefused"
          FROM outbound o
          JOIN union_case c ON c.person_id = o.person_id AND c.id = split_part(o.occasion, '/', 2)::bigint
          JOIN case_entry e ON e.case_id = c.id AND e.number = split_part(o.occasion, '/', 4)::int
          JOIN staff s ON s.id IN (e.staff_id, c.assignee_id) AND s.is_active
          JOIN person p ON p.id = s.person_id AND p.unfollowed_at IS NULL
         WHERE (o.status IN (5, 7) OR o.withheld = 10) AND o.occasion LIKE 'case/%/answer/%'
           AND o.created_at > {since}
           AND NOT EXISTS (
               SELECT 1 FROM outbound told
                WHERE told.person_id = s.person_id AND told.occasion = 'case/' || c.id || '/unsure/' || e.number)
        """).ToListAsync(ct);

    private sealed record UntoldAnswer(long Person, long Case, int Entry, DateTimeOffset AnsweredAt, bool IsRefused);
}

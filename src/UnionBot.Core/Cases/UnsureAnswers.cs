using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>Which answers of staff may not have reached their person, as the ledger tells it.</summary>
public sealed class UnsureAnswers(UnionDb db)
{
    /// <summary>Of these cases, those whose newest answer may not have arrived: a later one that did settles it.</summary>
    public async Task<IReadOnlyDictionary<long, AnswerDoubt>> NewestAsync(IReadOnlyCollection<long> cases, CancellationToken ct)
    {
        var numbers = cases.ToArray();
        var newest = await db.Database.SqlQuery<NewestAnswer>(
            $"""
            SELECT DISTINCT ON (e.case_id) e.case_id AS "Case", o.status AS "Status", o.withheld AS "Withheld"
              FROM case_entry e
              JOIN union_case c ON c.id = e.case_id
              JOIN outbound o ON o.person_id = c.person_id AND o.occasion = 'case/' || c.id || '/answer/' || e.number
             WHERE e.case_id = ANY ({numbers})
             ORDER BY e.case_id, e.number DESC
            """).ToListAsync(ct);

        return newest.Where(a => DoubtOf(a) is not null).ToDictionary(a => a.Case, a => DoubtOf(a)!.Value);
    }

    private static AnswerDoubt? DoubtOf(NewestAnswer answer) => (OutboundStatus)answer.Status switch
    {
        OutboundStatus.Failed => AnswerDoubt.Refused,
        OutboundStatus.Withheld when (WithheldReason?)answer.Withheld is WithheldReason.NotKnown => AnswerDoubt.Refused,
        OutboundStatus.Unknown => AnswerDoubt.Unknown,
        _ => null,
    };

    private sealed record NewestAnswer(long Case, short Status, short? Withheld);
}

/// <summary>Why an answer may not have reached its person.</summary>
public enum AnswerDoubt
{
    /// <summary>The platform's answer to us was lost: nobody knows, and it is not sent again by itself.</summary>
    Unknown,

    /// <summary>The platform refused it for good or reported that it did not arrive, or it was not sent since the platform knows nobody there.</summary>
    Refused,
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Cases as personal data. While one is open the person is still needed; the notes of closed ones go.</summary>
internal sealed class CaseData(UnionDb db) : IPersonalData
{
    public string Section => "cases";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var cases = await db.Set<Case>().AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.Id).ToListAsync(ct);
        return [.. cases.SelectMany(FactsOf)];
    }

    public async Task<string?> HoldAsync(PersonId person, CancellationToken ct) =>
        await db.Set<Case>().AnyAsync(c => c.PersonId == person && c.Status != CaseStatus.Closed, ct) ? "case/open" : null;

    public async Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE case_entry SET note = NULL FROM union_case c
             WHERE case_entry.case_id = c.id AND c.person_id = {person.Value} AND note IS NOT NULL
            """, ct);

        // Who worked for the union stays on the list of staff, and can be bound again from another account.
        await db.Database.ExecuteSqlAsync($"UPDATE staff SET person_id = NULL WHERE person_id = {person.Value}", ct);
    }

    private static IEnumerable<PersonalFact> FactsOf(Case @case)
    {
        var number = @case.Id.ToString(CultureInfo.InvariantCulture);
        yield return new PersonalFact("opened", number, @case.OpenedAt);
        if (@case.ClosedAt is { } closedAt) yield return new PersonalFact("closed", number, closedAt);
    }
}

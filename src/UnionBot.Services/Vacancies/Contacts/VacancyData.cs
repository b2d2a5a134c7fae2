using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.FollowUps;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Contacts;

/// <summary>Wishes for a call, reports and follow-ups as personal data; all go when the person does.</summary>
internal sealed class VacancyData(UnionDb db, VacancyCiphers ciphers) : IPersonalData
{
    public string Section => "vacancies";

    public async Task<IReadOnlyList<PersonalFact>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var calls = await db.Set<VacancyCall>().AsNoTracking().Where(c => c.PersonId == person).OrderBy(c => c.AskedAt).ToListAsync(ct);
        var reports = await db.Set<VacancyReport>().AsNoTracking().Where(r => r.PersonId == person).OrderBy(r => r.At).ToListAsync(ct);
        var placements = await db.Set<Placement>().AsNoTracking().Where(p => p.PersonId == person).OrderBy(p => p.BeganOn).ToListAsync(ct);
        return
        [
            .. calls.Select(c => new PersonalFact("asked-for-call", Text(c.VacancyId), c.AskedAt)),
            .. calls.Where(c => c.Phone is not null).Select(c => new PersonalFact("phone-for-call", ciphers.OpenCall(c.Id, c.Phone!), c.AskedAt)),
            .. calls.Where(c => c.StartsOn is not null).Select(c => new PersonalFact("can-start-on", $"{c.StartsOn:yyyy-MM-dd}", c.AskedAt)),
            .. placements.SelectMany(FactsOf),
            .. reports.Select(r => new PersonalFact("reported", Text(r.VacancyId), r.At)),
        ];
    }

    public Task<string?> HoldAsync(PersonId person, CancellationToken ct) => Task.FromResult<string?>(null);

    public async Task EraseAsync(PersonId person, DateTimeOffset now, CancellationToken ct)
    {
        await db.Set<VacancyCall>().Where(c => c.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<VacancyReport>().Where(r => r.PersonId == person).ExecuteDeleteAsync(ct);
        await db.Set<Placement>().Where(p => p.PersonId == person).ExecuteDeleteAsync(ct);
    }

    private static IEnumerable<PersonalFact> FactsOf(Placement placement)
    {
        yield return new PersonalFact("followed-up", Text(placement.VacancyId));
        if (placement.ThroughUnion is { } through) yield return new PersonalFact("found-through-union", YesOrNo(through));
        if (placement.HasContract is { } signed) yield return new PersonalFact("contract-signed", YesOrNo(signed));
        if (placement.IsInsured is { } insured) yield return new PersonalFact("insurance-paid", YesOrNo(insured));
        if (placement.IsPaid is { } paid) yield return new PersonalFact("wages-paid", YesOrNo(paid));
    }

    private static string YesOrNo(bool answer) => answer ? "yes" : "no";

    private static string Text(long? vacancy) => vacancy?.ToString(CultureInfo.InvariantCulture) ?? "-";
}

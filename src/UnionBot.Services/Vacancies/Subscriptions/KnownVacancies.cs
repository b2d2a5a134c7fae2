using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What people have been shown, asked for or reported, so that none of it comes to them as news.</summary>
internal sealed class KnownVacancies(IEnumerable<KnownRow> rows)
{
    private readonly ILookup<long, KnownRow> _byPerson = rows.ToLookup(r => r.Person);

    public bool Has(PersonId person, FreshVacancy vacancy) => _byPerson[person.Value].Any(
        known => known.Vacancy == vacancy.Candidate.Id || known.Refused == vacancy.Candidate.Employer);
}

/// <param name="Refused">The employer, when the person wants to hear nothing more of it; else null.</param>
internal sealed record KnownRow(long Person, long Vacancy, long? Refused);

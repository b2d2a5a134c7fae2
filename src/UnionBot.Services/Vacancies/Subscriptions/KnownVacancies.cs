using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>What people have been shown, asked for or reported, so that none of it comes to them as news.</summary>
internal sealed class KnownVacancies
{
    private readonly HashSet<(long Person, long Vacancy)> _seen = [];

    private readonly HashSet<(long Person, long Employer)> _refused = [];

    public KnownVacancies(IEnumerable<KnownRow> rows)
    {
        foreach (var row in rows)
        {
            _seen.Add((row.Person, row.Vacancy));
            if (row.Refused is { } employer) _refused.Add((row.Person, employer));
        }
    }

    public bool Has(PersonId person, FreshVacancy vacancy) =>
        _seen.Contains((person.Value, vacancy.Candidate.Id)) || _refused.Contains((person.Value, vacancy.Candidate.Employer));
}

/// <param name="Refused">The employer, when the person wants to hear nothing more of it; else null.</param>
internal sealed record KnownRow(long Person, long Vacancy, long? Refused);

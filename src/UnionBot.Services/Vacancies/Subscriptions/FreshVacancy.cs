using UnionBot.Core.Calendar;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Searching;

namespace UnionBot.Services.Vacancies.Subscriptions;

/// <summary>A vacancy that was verified or changed not long ago, with what rules are held against beside its tokens.</summary>
internal sealed record FreshVacancy(
    Candidate Candidate,
    Education School,
    int? AgeMin,
    int? AgeMax,
    bool NeedsLicence,
    string? Street,
    string? Address,
    long? SureMonthFen,
    DateTimeOffset ChangedAt)
{
    /// <summary>Whether it was verified since a rule was matched last, and was not to be had when the rule was made.</summary>
    public bool IsNewTo(VacancyRule rule) => Candidate.VerifiedOn >= (rule.MatchedOn ?? UnionCalendar.DayOf(rule.CreatedAt))
        && (ChangedAt > rule.CreatedAt || Candidate.VerifiedOn > UnionCalendar.DayOf(rule.CreatedAt));
}

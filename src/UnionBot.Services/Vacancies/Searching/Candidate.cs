using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Searching;

/// <summary>A vacancy that fits, with what its rank depends on.</summary>
/// <param name="IsTrade">Whether it is of a trade that was asked for, and not one whose title names it, or of a neighbouring one.</param>
/// <param name="IsQuarter">Whether it lies in the road or quarter that was asked for.</param>
internal sealed record Candidate(
    long Id,
    long Employer,
    string Region,
    bool IsTrade,
    bool IsQuarter,
    double? Latitude,
    double? Longitude,
    long? MonthFen,
    PayUnit PayUnit,
    VacancyTraits Traits,
    DateOnly? VerifiedOn);

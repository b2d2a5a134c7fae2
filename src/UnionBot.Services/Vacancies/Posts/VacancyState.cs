namespace UnionBot.Services.Vacancies.Posts;

/// <summary>Where a vacancy stands. Stored as number: never changed.</summary>
public enum VacancyState
{
    /// <summary>Staff have to look at it; nobody is shown it.</summary>
    Waiting = 0,

    /// <summary>Verified with the employer, and shown.</summary>
    Approved = 1,

    /// <summary>Not fit to be shown.</summary>
    Rejected = 2,

    /// <summary>Past its day, or filled.</summary>
    Closed = 3,
}

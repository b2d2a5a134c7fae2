namespace UnionBot.Services.Vacancies.Posts;

/// <summary>Why something cannot be done with a vacancy.</summary>
public enum VacancyRefusal
{
    /// <summary>There is none of that number.</summary>
    Unknown,

    /// <summary>It is closed or past its day.</summary>
    Over,

    /// <summary>It is flagged: whoever shows it all the same says why.</summary>
    NeedsReason,

    /// <summary>It must not be shown whatever the reason.</summary>
    NeverAllowed,

    /// <summary>Workers are not shown it anyway.</summary>
    NotShown,

    /// <summary>Somebody changed it since whoever decides looked at it.</summary>
    Changed,
}

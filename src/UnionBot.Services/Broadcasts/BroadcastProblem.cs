namespace UnionBot.Services.Broadcasts;

/// <summary>What is wrong with a broadcast as it was written.</summary>
/// <param name="Detail">What it is about, such as the word, the field or the limit; null where the kind says it all.</param>
public sealed record BroadcastProblem(BroadcastField Field, ProblemKind Kind, string? Detail = null);

/// <summary>What staff fill in, in the order of the form.</summary>
public enum BroadcastField
{
    Title,
    Channel,
    Purpose,
    Text,
    Draft,
    Organisation,
    Districts,
    WorkerTypes,
    Tags,
    Levels,
    Case,
    From,
    Until,
}

public enum ProblemKind
{
    Missing,

    /// <summary>None of the words in the detail.</summary>
    NotOneOf,

    /// <summary>No time such as 2026-03-02 09:00.</summary>
    NoTime,

    /// <summary>There is no organisation of that name, code or number.</summary>
    UnknownOrganisation,

    /// <summary>Several are called so; their numbers are in the detail.</summary>
    SeveralOrganisations,

    /// <summary>Longer than the limit in the detail.</summary>
    TooLong,

    /// <summary>More than the limit in the detail.</summary>
    TooMany,

    /// <summary>The detail is no named field.</summary>
    UnknownField,

    /// <summary>One text goes to all, so nobody's name can stand in it.</summary>
    NoFieldsHere,

    /// <summary>The detail must not be read on a locked phone.</summary>
    ForbiddenWord,

    /// <summary>The account has no template for this way.</summary>
    NoForm,

    /// <summary>The line in the detail is no <c>name: value</c>, or the name stands twice.</summary>
    NoLine,

    /// <summary>The detail is no line of the account's template.</summary>
    UnknownLine,

    /// <summary>The line in the detail is missing.</summary>
    MissingLine,

    /// <summary>The platform does not take the value of the line in the detail.</summary>
    BadValue,

    /// <summary>Advertising by template costs the account the template.</summary>
    TemplateAdvertises,

    /// <summary>A service notice needs the person's own act: an open case.</summary>
    NoOwnAct,

    /// <summary>The detail is no kind of worker.</summary>
    UnknownWorkerType,

    /// <summary>The detail is no region, or one of several.</summary>
    UnknownDistrict,

    /// <summary>The window ends before it begins.</summary>
    Backwards,

    /// <summary>The window is over.</summary>
    Over,

    /// <summary>Not within the times of day in the detail.</summary>
    OutsideDay,

    /// <summary>The account has no draft of this id.</summary>
    UnknownDraft,

    /// <summary>The platform does not tell of its drafts now.</summary>
    NoAnswer,

    /// <summary>Articles and a text cannot go together.</summary>
    TextBesideArticles,

    /// <summary>Articles go by mass send only.</summary>
    ArticlesByMassOnly,
}

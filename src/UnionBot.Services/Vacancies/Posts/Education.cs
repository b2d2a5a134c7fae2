namespace UnionBot.Services.Vacancies.Posts;

/// <summary>Schooling that is asked for at least. Stored as number: never changed.</summary>
public enum Education
{
    Any = 0,

    /// <summary>初中.</summary>
    Junior = 1,

    /// <summary>高中, 中专, 技校.</summary>
    Senior = 2,

    /// <summary>大专, 高职.</summary>
    College = 3,

    /// <summary>本科.</summary>
    Bachelor = 4,

    /// <summary>硕士以上.</summary>
    Master = 5,
}

/// <summary>Whom the employer takes. Stored as number: never changed.</summary>
public enum GenderRule
{
    Any = 0,
    Men = 1,
    Women = 2,
}

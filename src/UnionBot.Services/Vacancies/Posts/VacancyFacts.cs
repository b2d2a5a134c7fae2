namespace UnionBot.Services.Vacancies.Posts;

/// <summary>What an employer says of the work; null is what nobody said.</summary>
public sealed record VacancyFacts
{
    /// <summary>As the employer calls it: 保洁员(急招).</summary>
    public required string Title { get; init; }

    /// <summary>The trade (工种) as the source names it.</summary>
    public string? Trade { get; init; }

    /// <summary>做什么.</summary>
    public string? Duties { get; init; }

    /// <summary>Shift and hours in words: 白班 7–16 点，月休 4 天.</summary>
    public string? Hours { get; init; }

    /// <summary>Board, lodging and insurance in words: 管午饭，交五险.</summary>
    public string? Benefits { get; init; }

    /// <summary>What is asked for, in words.</summary>
    public string? Demands { get; init; }

    /// <summary>Certificates that are asked for: 电工证.</summary>
    public string? Licence { get; init; }

    /// <summary>Day of payment, probation and the like, in words.</summary>
    public string? PayTerms { get; init; }

    /// <summary>District or city, by its code (GB/T 2260).</summary>
    public required string RegionCode { get; init; }

    /// <summary>Street, road or quarter (街道, 路, 商圈).</summary>
    public string? Street { get; init; }

    public string? Address { get; init; }

    /// <summary>GCJ-02 degrees as the source gives them, never guessed; null with <see cref="Longitude"/>.</summary>
    public double? Latitude { get; init; }

    public double? Longitude { get; init; }

    public Pay Pay { get; init; } = Pay.Unsaid;

    /// <summary>What is said to be so.</summary>
    public VacancyTraits Traits { get; init; }

    /// <summary>What is said not to be so: 不包住.</summary>
    public VacancyTraits Denied { get; init; }

    public Education Education { get; init; }

    /// <summary>Whole years; null when no age is named.</summary>
    public int? AgeMin { get; init; }

    public int? AgeMax { get; init; }

    public GenderRule Gender { get; init; }

    /// <summary>How many are wanted; null when it is not said.</summary>
    public int? HeadCount { get; init; }

    /// <summary>The last day on which one can apply. China.</summary>
    public DateOnly ValidUntil { get; init; }
}

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>What somebody wants of a consultation. Whatever is not said does not matter.</summary>
public sealed record SlotWish
{
    /// <summary>The ways that would do.</summary>
    public ConsultationModes Modes { get; init; } = ConsultationModes.All;

    public ConsultationLength Length { get; init; }

    /// <summary>The first and the last day that would do, in China; null for as soon, or as late, as there are any.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? Until { get; init; }

    /// <summary>It begins at this time of day or later, in China.</summary>
    public TimeOnly? NotBefore { get; init; }

    /// <summary>It begins before this time of day, in China.</summary>
    public TimeOnly? Before { get; init; }

    /// <summary>The time of day that was named: the nearest come first.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>Of a consultation on site only.</summary>
    public long? SiteId { get; init; }

    /// <summary>The district, six digits; of a consultation on site only.</summary>
    public string? RegionCode { get; init; }

    /// <summary>Lawyers who know the topic best come first among those of one time.</summary>
    public string? Topic { get; init; }

    public bool Woman { get; init; }

    /// <summary>济南话; null when it does not matter.</summary>
    public string? Dialect { get; init; }

    /// <summary>Whoever speaks a dialect at all would do.</summary>
    public bool AnyDialect { get; init; }

    public bool Signs { get; init; }

    public bool NewForms { get; init; }

    /// <summary>The one lawyer whom they want; null for any.</summary>
    public long? LawyerId { get; init; }

    /// <summary>Lawyers who must not hear of it.</summary>
    public IReadOnlyList<long> Except { get; init; } = [];

    /// <summary>A limit ends soon: times are theirs, too, that are kept for the urgent.</summary>
    public bool IsUrgent { get; init; }
}

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>One number of the report, with what it is a part of.</summary>
/// <param name="Name">In kebab case, as in <c>labels.yaml</c>: <c>came</c>.</param>
/// <param name="Value">In its unit.</param>
/// <param name="Among">How many it is counted or reckoned among: the denominator.</param>
public sealed record Figure(string Name, decimal Value, long Among, FigureUnit Unit)
{
    /// <summary>0 to 1; null where it is no share, or among nothing.</summary>
    public decimal? Share => Among > 0 && Unit is FigureUnit.Cases or FigureUnit.Fairs ? Value / Among : null;
}

public enum FigureUnit
{
    /// <summary>件.</summary>
    Cases,

    /// <summary>人, 人次.</summary>
    People,

    /// <summary>Fen.</summary>
    Money,

    /// <summary>天, the median.</summary>
    Days,

    /// <summary>场.</summary>
    Fairs,
}

/// <summary>By what figures are taken apart.</summary>
public enum FigureSplit
{
    /// <summary>类型: the topic.</summary>
    Topic,

    /// <summary>群体: members, people who are none, who walked in.</summary>
    Group,

    /// <summary>区: six digits; "" where it was not said.</summary>
    Region,

    /// <summary>方式.</summary>
    Mode,

    /// <summary>人员类型: 货车司机, 农民工 …, of which somebody may be several; "" where no roster says.</summary>
    Worker,
}

/// <param name="Key">Code of the part: a topic, a region, a mode, a group.</param>
public sealed record FigurePart(string Key, IReadOnlyList<Figure> Figures);

/// <summary>A lawyer's work in the period.</summary>
/// <param name="Name">In clear; never logged.</param>
/// <param name="Sessions">场次: blocks in which the lawyer was there, or could have been.</param>
/// <param name="Consultations">Times that were kept for people, and not cancelled.</param>
/// <param name="MinutesBooked">Of those.</param>
/// <param name="MinutesOffered">Of the sessions, less leave and closures: the denominator.</param>
public sealed record LawyerLoad(string Name, string Office, int Sessions, int Consultations, long MinutesBooked, long MinutesOffered)
{
    /// <summary>利用率, 0 to 1; null where nothing was offered.</summary>
    public decimal? Utilisation => MinutesOffered > 0 ? (decimal)MinutesBooked / MinutesOffered : null;
}

/// <summary>All figures of a period and a part of the tree.</summary>
/// <param name="Lawyers">Those of that part.</param>
public sealed record FigureSheet(
    FigurePeriod Period, IReadOnlyList<Figure> Figures, IReadOnlyDictionary<FigureSplit, IReadOnlyList<FigurePart>> Parts, IReadOnlyList<LawyerLoad> Lawyers);

/// <summary>What a figure counts, without anything personal.</summary>
/// <param name="Number">LA-0116-037, the number of a case, or the name of a fair.</param>
/// <param name="On">The day in China on which it was, or was due.</param>
public sealed record FigureLine(string Number, DateOnly On)
{
    /// <summary>The booking; null for a case or a fair.</summary>
    public Guid? Booking { get; init; }
}

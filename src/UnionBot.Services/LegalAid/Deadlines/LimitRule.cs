namespace UnionBot.Services.LegalAid.Deadlines;

/// <summary>One time limit of the law, from <c>templates/legal-aid/limits.yaml</c>.</summary>
/// <param name="Matter">What must be done by then: 申请劳动仲裁.</param>
/// <param name="Topics">The codes of the matters it counts for; empty for every matter in which such a day was named.</param>
public sealed record LimitRule(
    string Id, string Matter, LimitEvent From, LimitLength Length, LimitOwner Whose, IReadOnlyList<string> Topics, LimitSource Source)
{
    /// <summary>The longest it can be extended to; null when it cannot.</summary>
    public LimitLength? Most { get; init; }

    public bool CountsFor(IReadOnlyList<string> topics) => Topics.Count == 0 || Topics.Any(topics.Contains);
}

/// <param name="Since">The day from which this text is in force.</param>
/// <param name="IsCertain">False where the number of the article or the practice may differ.</param>
public sealed record LimitSource(string Law, string Article, DateOnly Since, bool IsCertain);

public readonly record struct LimitLength(int Count, LimitUnit Unit);

public enum LimitUnit
{
    Days,
    Months,
    Years,
}

/// <summary>Who has to act in time.</summary>
public enum LimitOwner
{
    Worker,
    Employer,
    Authority,
}

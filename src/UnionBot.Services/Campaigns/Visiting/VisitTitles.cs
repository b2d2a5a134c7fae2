using UnionBot.Services.Campaigns.Visiting.Facts;

namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>What people read for the codes of visits: the titles of <c>visits.yaml</c>.</summary>
public sealed class VisitTitles
{
    private readonly Dictionary<ToldOutcome, string> _outcomes;
    private readonly Dictionary<string, string> _relations;

    internal VisitTitles(VisitWords words)
    {
        _outcomes = words.Outcomes.ToDictionary(o => o.Outcome, o => o.Words.Label.Title);
        _relations = words.Relations.ToDictionary(r => r.Label.Code, r => r.Label.Title);
    }

    /// <summary>已慰问, 不在家.</summary>
    public string Of(ToldOutcome outcome) => _outcomes[outcome];

    /// <summary>配偶, 邻居; null when there is no such code.</summary>
    public string? OfRelation(string code) => _relations.GetValueOrDefault(code);
}

using UnionBot.Services.Campaigns.Plans;

namespace UnionBot.Services.Campaigns.Definitions;

/// <summary>A kind of campaign, from <c>templates/campaigns</c>: what a year's campaign begins with.</summary>
/// <param name="Id">The name of the file: winter.</param>
/// <param name="From">The rule for its first day, as staff write it: 12月1日.</param>
/// <param name="Until">The rule for its last day: 正月十五.</param>
public sealed record CampaignKind(string Id, string Title, VisitedKind Visits, string From, string Until, string Audience)
{
    public required IReadOnlyList<StagePlan> Stages { get; init; }

    public required IReadOnlyList<KitPlan> Kit { get; init; }

    public required VisitRules Rules { get; init; }
}

/// <summary>Whom a kind of campaign goes to.</summary>
public enum VisitedKind
{
    Households,
    Sites,
}

/// <param name="From">From when on it is worked on.</param>
/// <param name="Gate">What must be so before it is passed.</param>
public sealed record StagePlan(string Title, StageDay From, StageDay Until, StageGate Gate);

/// <summary>A day counted from the first or the last of a campaign.</summary>
/// <param name="Days">Below 0 for days before.</param>
public readonly record struct StageDay(bool IsFromEnd, int Days)
{
    public DateOnly In(DateOnly first, DateOnly last) => (IsFromEnd ? last : first).AddDays(Days);
}

/// <summary>How visits of a kind are made and proved.</summary>
/// <param name="Together">How many visitors go wherever money is handed over.</param>
/// <param name="ADay">Targets of one team.</param>
/// <param name="Metres">From the known place; farther needs a reason.</param>
/// <param name="CallBackPercent">Of the visits, called back afterwards.</param>
/// <param name="CallBackOverFen">Whoever was given more is always called back.</param>
public sealed record VisitRules(int Together, int ADay, int Metres, int CallBackPercent, long CallBackOverFen);

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Services.Campaigns.Households;
using UnionBot.Services.Campaigns.Targets;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Plans;

/// <summary>Says what still lacks before a stage can be passed.</summary>
public sealed class StageGates(UnionDb db, CampaignSums sums)
{
    /// <returns>Nothing when the gate is met.</returns>
    public async Task<IReadOnlyList<GateLack>> CheckAsync(Campaign campaign, StageGate gate, CancellationToken ct)
    {
        var lacks = gate switch
        {
            StageGate.PlanApproved => new[] { new GateLack(Lack.NotApproved, campaign.ApprovedBy is null ? 1 : 0) },
            StageGate.ListComplete => [new(Lack.NotFrozen, campaign.FrozenAt is null ? 1 : 0), new(Lack.Doubles, await DoublesAsync(campaign.Id, ct))],
            StageGate.AllAssigned => [new(Lack.NobodyGoes, await WithoutVisitAsync(campaign.Id, ct))],
            StageGate.AllDone => [new(Lack.NoOutcome, await WithoutOutcomeAsync(campaign.Id, ct))],
            StageGate.SumsAgree => [new(Lack.NoOutcome, await WithoutOutcomeAsync(campaign.Id, ct)), .. await sums.DifferencesAsync(campaign.Id, ct)],
            _ => throw new InvalidOperationException($"Nobody checks the gate {gate}."),
        };
        return [.. lacks.Where(lack => lack.Count > 0)];
    }

    /// <summary>Pairs of households to go to at one address, of whom nobody has said yet whether they are one.</summary>
    private Task<int> DoublesAsync(int campaign, CancellationToken ct) => (
        from first in Included(campaign)
        join one in db.Households on first.HouseholdId equals one.Id
        from second in Included(campaign)
        join other in db.Households on second.HouseholdId equals other.Id
        where one.Id < other.Id && one.AddressHash == other.AddressHash && one.AddressHash != null
            && !db.Set<HouseholdsApart>().Any(a => a.FirstId == one.Id && a.SecondId == other.Id)
        select one.Id).CountAsync(ct);

    private Task<int> WithoutVisitAsync(int campaign, CancellationToken ct) => WithoutAsync(campaign, [VisitState.Planned, VisitState.Settled], ct);

    private Task<int> WithoutOutcomeAsync(int campaign, CancellationToken ct) => WithoutAsync(campaign, [VisitState.Settled], ct);

    private Task<int> WithoutAsync(int campaign, VisitState[] anyOf, CancellationToken ct)
    {
        var visits = db.Visits.Where(v => anyOf.Contains(v.State));
        return Included(campaign).CountAsync(t => !visits.Any(v => v.TargetId == t.Id), ct);
    }

    private IQueryable<CampaignTarget> Included(int campaign) => db.CampaignTargets.Where(t => t.CampaignId == campaign && t.State == TargetState.Included);
}

/// <param name="Count">Of how many; 0 when nothing lacks.</param>
public readonly record struct GateLack(Lack What, int Count);

/// <summary>What a gate can lack.</summary>
public enum Lack
{
    NotApproved,
    NotFrozen,

    /// <summary>Pairs of files that may be one household.</summary>
    Doubles,

    /// <summary>Targets without owner and day.</summary>
    NobodyGoes,

    /// <summary>Targets without outcome.</summary>
    NoOutcome,

    /// <summary>Things that visitors still carry.</summary>
    StillCarried,

    /// <summary>Pieces by which visits and stock differ.</summary>
    StockDiffers,

    /// <summary>Fen by which visits and budget differ.</summary>
    MoneyDiffers,
}

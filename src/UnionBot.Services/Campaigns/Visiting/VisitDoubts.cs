using UnionBot.Services.Campaigns.Visiting.Things;

namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>What has to be asked about a message.</summary>
internal static class VisitDoubts
{
    /// <returns>In the order of <see cref="VisitDoubt"/>, each once.</returns>
    public static IReadOnlyList<VisitQuestion> Of(VisitReading read, ThingFindings things, bool isDeadOrAway, bool isAgainTold)
    {
        var doubts = things.Questions.ToList();
        void Ask(bool isOpen, VisitDoubt doubt)
        {
            if (isOpen) doubts.Add(new VisitQuestion(doubt));
        }

        Ask(isDeadOrAway, VisitDoubt.DeadOrAway);
        Ask(read.Outcome is ToldOutcome.ByProxy && read.Signer is null or { Relation: null }, VisitDoubt.WhoTook);
        Ask(read.Outcome is ToldOutcome.Refused && read.Refusal is null, VisitDoubt.WhyRefused);
        Ask(read.Again is null && (isAgainTold || (read.Outcome is ToldOutcome.NotHome && !isDeadOrAway)) && read.Outcome is null or ToldOutcome.NotHome, VisitDoubt.WhenAgain);
        Ask(read is { IsLate: true, ClaimedAt: null }, VisitDoubt.WhenWasIt);
        Ask(read.Correction is VisitCorrection.Amend && things is { Given.Count: 0, MoneyFen: null, AllAsPlanned: false, Substitutes.Count: 0, Questions.Count: 0 }
            && read is { Outcome: null, Signer: null, IsSigned: null, Household: null, Needs.Count: 0 }, VisitDoubt.WhatIsRight);
        return [.. doubts.OrderBy(d => d.Doubt)];
    }
}

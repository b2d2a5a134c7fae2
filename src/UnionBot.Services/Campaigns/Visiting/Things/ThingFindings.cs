namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>What a message says of things and money.</summary>
/// <param name="MoneyFen">Null when no money was spoken of.</param>
/// <param name="Questions">What is not clear about them.</param>
internal sealed record ThingFindings(
    IReadOnlyList<GivenItem> Given, long? MoneyFen, bool AllAsPlanned, IReadOnlyList<Substitute> Substitutes, IReadOnlyList<VisitQuestion> Questions)
{
    /// <summary>Whether anything was handed over.</summary>
    public bool HasGift => AllAsPlanned || Given.Any(g => g.Count > 0) || MoneyFen > 0 || Substitutes.Count > 0
        || Questions.Any(q => q.Doubt is VisitDoubt.HowMany or VisitDoubt.HowMuch or VisitDoubt.NotInKit or VisitDoubt.WhichItem);
}

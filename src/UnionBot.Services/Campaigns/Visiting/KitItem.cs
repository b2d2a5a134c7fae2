namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>One thing of a campaign's kit, as planned for one visit.</summary>
/// <param name="Code">Its name in the campaign's file.</param>
/// <param name="Name">What it is called: 东北大米.</param>
/// <param name="Planned">Pieces, or fen of money.</param>
/// <param name="Unit">What it is counted in: 袋; null takes the first unit that the list of items has for such a thing.</param>
public sealed record KitItem(string Code, string Name, long Planned, string? Unit = null)
{
    /// <summary>Cash, in fen; a kit has it once at most.</summary>
    public bool IsMoney { get; init; }
}

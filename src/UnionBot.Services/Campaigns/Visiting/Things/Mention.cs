namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>A thing or a quantity in a message, and what was done with it.</summary>
internal sealed class Mention(ItemToken? item, QuantityToken? quantity, int round)
{
    public ItemToken? Item { get; } = item;

    public QuantityToken? Quantity { get; set; } = quantity;

    /// <summary>How many corrections stand before it.</summary>
    public int Round { get; } = round;

    /// <summary>东西, 其他的: everything that is not named.</summary>
    public bool IsAll { get; init; }

    /// <summary>Null when nothing says that it was given.</summary>
    public ThingWord? Deed { get; set; }

    /// <summary>都给了: as many as planned.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Said with 大概 or the like.</summary>
    public bool IsUnsure { get; set; }

    public Mention? InsteadOf { get; set; }

    /// <summary>Whether a quantity could belong to this thing.</summary>
    public bool Takes(QuantityToken quantity) => Quantity is null && Item is { Kind: var kind }
        && (quantity.IsYuan ? kind is { IsMoney: true } : quantity.Unit is null || kind is null || kind.Has(quantity.Unit) || kind.Counts(quantity.Unit, null));
}

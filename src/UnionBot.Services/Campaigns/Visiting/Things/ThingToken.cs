namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>A stretch of a message: a word that does something, a thing, a quantity, or text that is none of them.</summary>
/// <param name="Text">As it was written.</param>
internal abstract record ThingToken(string Text);

internal sealed record WordToken(ThingWord Word, string Text) : ThingToken(Text);

/// <param name="Items">The things of the kit that may be meant; empty when the kit has none.</param>
/// <param name="Kind">Null when only the kit knows it.</param>
internal sealed record ItemToken(IReadOnlyList<KitItem> Items, ItemKind? Kind, string Text) : ThingToken(Text);

/// <param name="Number">Null when nobody could count with it: 两三百, 几袋.</param>
/// <param name="IsYuan">Money was named with it.</param>
/// <param name="IsSum">Said with 百, 千 or 万, as sums are.</param>
/// <param name="Unit">Null when none was said.</param>
internal sealed record QuantityToken(long? Number, string? Unit, bool IsYuan, bool IsSum, string Text) : ThingToken(Text);

internal sealed record OtherToken(string Text) : ThingToken(Text);

internal sealed record EndToken() : ThingToken("");

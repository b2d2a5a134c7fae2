using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Services.Campaigns.Visiting;

/// <summary>The facts by which a template says back what was understood: 记下: 米1 油1 现金800，代领(配偶)，新需求: 金秋助学.</summary>
public sealed record VisitReadBack
{
    private const decimal FenInYuan = 100;

    /// <summary>What was given, by the names of the kit; 0 was told to be missing.</summary>
    public IReadOnlyList<ReadBackItem> Items { get; private init; } = [];

    /// <summary>What goes back to the store.</summary>
    public IReadOnlyList<ReadBackItem> Returned { get; private init; } = [];

    /// <summary>Yuan; null when no money was spoken of.</summary>
    public decimal? Yuan { get; private init; }

    /// <summary>两桶油 instead of 米, as names.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; private init; } = [];

    /// <summary>What differs from the plan, so that it can be pointed out.</summary>
    public bool DiffersFromPlan { get; private init; }

    /// <summary>已慰问; null when no outcome was told.</summary>
    public string? Outcome { get; private init; }

    /// <summary>Who took it in the person's place: 配偶; null when the person did, or nobody was named.</summary>
    public string? Proxy { get; private init; }

    public bool IsNotSigned { get; private init; }

    /// <summary>Why it was refused, as a title or in the visitor's words.</summary>
    public string? Reason { get; private init; }

    public IReadOnlyList<string> Changes { get; private init; } = [];

    public IReadOnlyList<string> Needs { get; private init; } = [];

    public When? Again { get; private init; }

    /// <summary>When it happened, by the visitor's account; UTC.</summary>
    public DateTimeOffset? ClaimedAt { get; private init; }

    public bool NoPublicity { get; private init; }

    public static VisitReadBack Of(VisitReading reading, IReadOnlyList<KitItem> kit, VisitTitles titles) => new()
    {
        Items = [.. reading.Given.Select(ReadBackItem.Of)],
        Returned = [.. reading.Returned.Select(ReadBackItem.Of)],
        Yuan = reading.MoneyFen / FenInYuan,
        Substitutes = reading.Substitutes,
        DiffersFromPlan = reading.Substitutes.Count > 0 || reading.Given.Any(g => g.Count != g.Item.Planned)
            || (reading.MoneyFen is { } fen && fen != (kit.FirstOrDefault(i => i.IsMoney)?.Planned ?? 0)),
        Outcome = reading.Outcome is { } outcome ? titles.Of(outcome) : null,
        Proxy = reading.Signer is { IsProxy: true, Relation: { } relation } ? relation.Title : null,
        IsNotSigned = reading.IsSigned is false,
        Reason = reading.Refusal?.Reason?.Title ?? reading.Refusal?.Words,
        Changes = [.. reading.Changes.Select(c => c.Title)],
        Needs = [.. reading.Needs.Select(n => n.Title)],
        Again = reading.Again,
        ClaimedAt = reading.ClaimedAt,
        NoPublicity = reading.NoPublicity,
    };
}

/// <summary>A thing and how many of it.</summary>
/// <param name="Unit">Null when the kit names none.</param>
public sealed record ReadBackItem(string Name, long Count, string? Unit)
{
    public static ReadBackItem Of(GivenItem given) => new(given.Item.Name, given.Count, given.Item.Unit);
}

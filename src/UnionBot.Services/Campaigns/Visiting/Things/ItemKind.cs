using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>A kind of thing that is brought on visits, with what people call it and how it is counted.</summary>
/// <param name="Units">Those that mean the same stand together.</param>
/// <param name="AnyUnits">Units that any thing may be counted in: 个, 份.</param>
internal sealed record ItemKind(string Code, IReadOnlyList<string> Names, IReadOnlyList<IReadOnlyList<string>> Units, IReadOnlySet<string> AnyUnits, DataNode At)
{
    private const string MoneyCode = "money";

    public bool IsMoney => Code == MoneyCode;

    public static ItemKind Read(string code, DataNode at, IReadOnlySet<string> anyUnits)
    {
        var parts = at.Sections("names", "units");
        return new ItemKind(
            code, [.. parts[0].Words().Select(w => w.Word)], [.. parts[1].Items().Select(i => i.Words().Select(w => w.Word).ToArray())], anyUnits, at);
    }

    /// <summary>Whether a unit counts what the kit counts: 包 for 袋, but not 瓶 for 箱.</summary>
    /// <param name="kitUnit">Null for the first unit of the list.</param>
    public bool Counts(string unit, string? kitUnit)
    {
        var same = Units.FirstOrDefault(u => kitUnit is not null && u.Contains(kitUnit)) ?? (kitUnit is null ? Units[0] : [kitUnit]);
        return same.Contains(unit) || AnyUnits.Contains(unit);
    }

    /// <summary>Whether it is usual to count it so.</summary>
    public bool Has(string unit) => Units.Any(u => u.Contains(unit));
}

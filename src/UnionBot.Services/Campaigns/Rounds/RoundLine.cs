using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>One visit of a visitor's day.</summary>
/// <param name="Number">Its place in the day, from 1.</param>
/// <param name="Name">Of a household 王*芳, of a site its name.</param>
/// <param name="Address">Null when none is known.</param>
public sealed record RoundLine(long Visit, int Number, string Name, string? Address, bool IsDone)
{
    internal static IReadOnlyList<RoundLine> Some { get; } =
        [new(17, 1, "王*芳", "千佛山街道历山路 1 号", IsDone: true), new(18, 2, "奥体工地", Address: null, IsDone: false)];
}

/// <summary>So many of a thing.</summary>
public sealed record CountedThing(string Name, long Count, string Unit);

/// <summary>What one visit is to bring.</summary>
/// <param name="CashFen">0 for no money.</param>
public sealed record VisitToMake(RoundLine Line, IReadOnlyList<CountedThing> Things, long CashFen, bool NeedsTwo);

/// <summary>The visits of a day.</summary>
public sealed record RoundList(DateOnly Day, bool IsTomorrow, IReadOnlyList<RoundLine> Lines, IReadOnlyList<CountedThing> Carried) : IReply, ISampled<RoundList>
{
    public static IReadOnlyList<RoundList> Samples =>
    [
        new(new DateOnly(2026, 1, 12), IsTomorrow: false, RoundLine.Some, [new("大米", 4, "袋")]),
        new(new DateOnly(2026, 1, 13), IsTomorrow: true, [], []),
    ];

    public bool HasAny => Lines.Count > 0;

    public bool HasCarried => Carried.Count > 0;

    public int Done => Lines.Count(line => line.IsDone);
}

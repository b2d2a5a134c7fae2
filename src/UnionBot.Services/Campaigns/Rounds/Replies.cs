using UnionBot.Chat.Dialogs;
using UnionBot.Services.Campaigns.Visiting;
using UnionBot.Services.Campaigns.Visits;

namespace UnionBot.Services.Campaigns.Rounds;

/// <summary>Also to whoever had the visit and has it no more.</summary>
public sealed record NotYourVisit : IReply;

/// <summary>Where is the visitor? They can also say why no place can be sent.</summary>
public sealed record AskVisitPlace(string Name) : IReply, ISampled<AskVisitPlace>
{
    public static IReadOnlyList<AskVisitPlace> Samples => [new("王*芳")];
}

/// <summary>What is to be handed over, and a plea for one sentence afterwards.</summary>
/// <param name="Metres">From the known place; null when none is known, or none was sent.</param>
public sealed record ShowVisit(VisitToMake Plan, int? Metres, bool HasReference) : IReply, ISampled<ShowVisit>
{
    public static IReadOnlyList<ShowVisit> Samples =>
    [
        new(new VisitToMake(RoundLine.Some[0], [new("大米", 1, "袋"), new("食用油", 1, "桶")], 800_00, NeedsTwo: true), 40, HasReference: true),
        new(new VisitToMake(RoundLine.Some[1], [], 0, NeedsTwo: false), Metres: null, HasReference: false),
    ];

    public bool HasMetres => Metres is not null;

    public bool HasCash => Plan.CashFen > 0;

    public bool HasThings => Plan.Things.Count > 0;
}

/// <summary>The plea for one sentence about what was given and how it went.</summary>
public sealed record TellVisit : IReply;

/// <summary>Why there is no place, or why so far off.</summary>
public sealed record AskPlaceReason : IReply;

public sealed record VisitNotUnderstood : IReply;

/// <summary>One thing that was not clear in what the visitor wrote.</summary>
/// <param name="About">The words or thing it is about; null when there are none.</param>
public sealed record AskVisitDoubt(VisitDoubt Doubt, string? About) : IReply, ISampled<AskVisitDoubt>
{
    public static IReadOnlyList<AskVisitDoubt> Samples => [.. Enum.GetValues<VisitDoubt>().Select(doubt => new AskVisitDoubt(doubt, "油")), new(VisitDoubt.WhoTook, About: null)];

    public bool IsDeadOrAway => Doubt is VisitDoubt.DeadOrAway;

    public bool IsWhichItem => Doubt is VisitDoubt.WhichItem;

    public bool IsHowMany => Doubt is VisitDoubt.HowMany;

    public bool IsHowMuch => Doubt is VisitDoubt.HowMuch;

    public bool IsNotInKit => Doubt is VisitDoubt.NotInKit;

    public bool IsInsteadOfWhat => Doubt is VisitDoubt.InsteadOfWhat;

    public bool IsWhoTook => Doubt is VisitDoubt.WhoTook;

    public bool IsWhyRefused => Doubt is VisitDoubt.WhyRefused;

    public bool IsWhenAgain => Doubt is VisitDoubt.WhenAgain;

    public bool IsWhenWasIt => Doubt is VisitDoubt.WhenWasIt;

    public bool IsWhatIsRight => Doubt is VisitDoubt.WhatIsRight;
}

/// <summary>A photo of the signature is still missing.</summary>
public sealed record AskReceiptPhoto : IReply;

/// <summary>A photo came; the question stays open.</summary>
public sealed record VisitPhotoIsKept(int Photos) : IReply, ISampled<VisitPhotoIsKept>
{
    public static IReadOnlyList<VisitPhotoIsKept> Samples => [new(1), new(2)];
}

/// <summary>What was understood, before it is kept.</summary>
/// <param name="Things">米 1 袋, 现金 800 元.</param>
public sealed record ReadVisitBack(string Name, IReadOnlyList<string> Things, string? Outcome, string? Proxy, IReadOnlyList<string> Changes, IReadOnlyList<string> Needs, int Photos)
    : IReply, ISampled<ReadVisitBack>
{
    public static IReadOnlyList<ReadVisitBack> Samples =>
    [
        new("王*芳", ["大米 1 袋", "现金 800 元"], "代领", "配偶", ["又住院了"], ["金秋助学"], 2),
        new("王*芳", [], "不在家", Proxy: null, [], [], 0),
    ];

    public bool HasThings => Things.Count > 0;

    public bool HasChanges => Changes.Count > 0;

    public bool HasNeeds => Needs.Count > 0;

    public bool HasPhotos => Photos > 0;
}

/// <summary>The visit is kept; how far the day is, what is left, and where to go next.</summary>
/// <param name="Next">Null when the day is over.</param>
public sealed record VisitIsKept(int Done, int All, IReadOnlyList<CountedThing> Carried, RoundLine? Next, bool IsInVain) : IReply, ISampled<VisitIsKept>
{
    public static IReadOnlyList<VisitIsKept> Samples =>
        [new(3, 7, [new("大米", 4, "袋")], RoundLine.Some[1], IsInVain: false), new(7, 7, [], Next: null, IsInVain: true)];

    public bool HasCarried => Carried.Count > 0;
}

/// <summary>Why a visit was not kept, and what helps.</summary>
/// <param name="Thing">Of which too little is carried; null for another reason.</param>
public sealed record VisitIsRefused(VisitRefusal Why, string? Thing, int? Metres) : IReply, ISampled<VisitIsRefused>
{
    public static IReadOnlyList<VisitIsRefused> Samples => [.. Enum.GetValues<VisitRefusal>().Select(why => new VisitIsRefused(why, "大米", 3_000))];

    public bool IsNotTheirs => Why is VisitRefusal.NotTheirs;

    public bool IsNotRunning => Why is VisitRefusal.NotRunning;

    public bool IsWhyThere => Why is VisitRefusal.WhyThere;

    public bool IsNeedsTwo => Why is VisitRefusal.NeedsTwo;

    public bool IsNeedsReceipt => Why is VisitRefusal.NeedsReceipt;

    public bool IsNotCarried => Why is VisitRefusal.NotCarried;

    public bool IsOverBudget => Why is VisitRefusal.OverBudget;

    public bool IsOverCeiling => Why is VisitRefusal.OverCeiling;

    public bool IsWrongTime => Why is VisitRefusal.WrongTime;
}

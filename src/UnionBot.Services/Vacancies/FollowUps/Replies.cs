using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Vacancies.FollowUps;

/// <summary>Day 3, 30 and 90: asks kindly how it goes.</summary>
/// <param name="Title">The vacancy that was asked about; null when it is not known.</param>
public sealed record AskHowItGoes(string? Title, bool IsWorking) : IReply, ISampled<AskHowItGoes>
{
    public static IReadOnlyList<AskHowItGoes> Samples => [new("保洁员", IsWorking: false), new(Title: null, IsWorking: true)];
}

/// <summary>The same in short fields. Nothing of the work: it may be read over a shoulder.</summary>
/// <param name="At">UTC.</param>
public sealed record FollowUpNotice(DateTimeOffset At) : IReply, ISampled<FollowUpNotice>
{
    public static IReadOnlyList<FollowUpNotice> Samples => [new(new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero))];
}

public sealed record AskWhetherBegun : IReply;

/// <summary>The one thing that is to be known by now: contract, insurance or wages.</summary>
public sealed record AskOneThing(FollowUpDay Day) : IReply, ISampled<AskOneThing>
{
    public bool IsContract => Day is FollowUpDay.Third;

    public bool IsInsurance => Day is FollowUpDay.Thirtieth;

    public static IReadOnlyList<AskOneThing> Samples => [.. Enum.GetValues<FollowUpDay>().Select(day => new AskOneThing(day))];
}

/// <summary>Something is wrong with it.</summary>
public sealed record OfficerWillHelp(FollowUpDay Day) : IReply, ISampled<OfficerWillHelp>
{
    public bool IsContract => Day is FollowUpDay.Third;

    public bool IsInsurance => Day is FollowUpDay.Thirtieth;

    public static IReadOnlyList<OfficerWillHelp> Samples => [.. Enum.GetValues<FollowUpDay>().Select(day => new OfficerWillHelp(day))];
}

/// <param name="IsOver">It came to nothing, or was left.</param>
public sealed record FollowUpIsNoted(bool IsOver) : IReply, ISampled<FollowUpIsNoted>
{
    public static IReadOnlyList<FollowUpIsNoted> Samples => [new(true), new(false)];
}

public sealed record NothingToFollowUp : IReply;

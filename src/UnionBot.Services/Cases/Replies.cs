using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Cases;

/// <summary>Where the cases of the person stand, and what comes next. Nothing of what is in them.</summary>
/// <param name="SomebodyThere">Whether a member of staff is on duty right now.</param>
public sealed record ShowCases(IReadOnlyList<CaseProgress> Cases, bool SomebodyThere) : IReply, ISampled<ShowCases>
{
    public static IReadOnlyList<ShowCases> Samples =>
    [
        new([new(18, new(2026, 11, 20), TakenOn: null, new(2026, 11, 25), ClosedOn: null)], SomebodyThere: false),
        new(
            [
                new(19, new(2026, 11, 22), new(2026, 11, 23), DueOn: null, ClosedOn: null),
                new(18, new(2026, 11, 20), TakenOn: null, DueOn: null, ClosedOn: null),
            ],
            SomebodyThere: true),
        new([new(12, new(2026, 11, 2), new(2026, 11, 3), DueOn: null, new(2026, 11, 5))], SomebodyThere: true),
    ];

    public bool AnyOpen => Cases.Any(c => !c.IsClosed);

    /// <summary>Whether one waits for somebody to come on duty.</summary>
    public bool NobodyThere => !SomebodyThere && Cases.Any(c => c.IsWaiting);
}

/// <summary>The person has no case of this number; whether somebody else has is not said.</summary>
public sealed record NoSuchCase(long Number) : IReply, ISampled<NoSuchCase>
{
    public static IReadOnlyList<NoSuchCase> Samples => [new(18)];
}

/// <summary>The person has no case at all.</summary>
public sealed record NoCaseIsOpen : IReply;

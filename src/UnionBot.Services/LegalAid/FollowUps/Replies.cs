using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.LegalAid.FollowUps;

/// <summary>Asks, once, whether a consultation helped. Its choices are offered as it goes out: by number, or in words while another question is open.</summary>
public sealed record AskSolvedByPush : IReply;

/// <summary>The same in short fields: <c>title</c>, <c>time</c>, <c>todo</c>. Nothing of the matter: it may be read over a shoulder.</summary>
/// <param name="StartsAt">When the consultation was; UTC.</param>
public sealed record SolvedNotice(DateTimeOffset StartsAt) : IReply, ISampled<SolvedNotice>
{
    public static IReadOnlyList<SolvedNotice> Samples => [new(new DateTimeOffset(2026, 1, 16, 6, 30, 0, TimeSpan.Zero))];
}

public sealed record AskSolved : IReply;

/// <param name="IsSolved">All of it; else a part, or, when <paramref name="IsNot"/>, nothing.</param>
public sealed record SolvedIsNoted(bool IsSolved, bool IsNot) : IReply, ISampled<SolvedIsNoted>
{
    public static IReadOnlyList<SolvedIsNoted> Samples => [new(true, false), new(false, false), new(false, true)];
}

public sealed record AskScore : IReply;

public sealed record ScoreIsNoted : IReply;

/// <summary>They would rather not say.</summary>
public sealed record LeftUnsaid : IReply;

public sealed record NothingToFollow : IReply;

namespace UnionBot.Chat.Dialogs;

/// <summary>Who is writing, as far as every turn needs to know it.</summary>
/// <param name="Channel">Stored name of the channel: <c>wechat</c> or <c>web</c>.</param>
/// <param name="Level">What the person has proved so far; on the web at most <see cref="MemberLevel.PhoneConfirmed"/>.</param>
public sealed record Speaker(PersonId Id, string Channel, MemberLevel Level)
{
    /// <summary>What is shown of a bound member; null below <see cref="MemberLevel.Member"/>.</summary>
    public MemberCard? Card { get; init; }
}

/// <summary>The facts of a membership that a member may see in a chat.</summary>
/// <param name="MaskedName">王* or 欧阳**; never the whole name.</param>
/// <param name="Union">The name of the member's basic union.</param>
/// <param name="MemberNo">The roster's member number; null when the roster has none.</param>
/// <param name="JoinedOn">The day of joining, in China; null when the roster does not say.</param>
/// <param name="Status">Stored name of the state: <c>active</c>, <c>retained</c> or <c>left</c>.</param>
public sealed record MemberCard(string MaskedName, string Union, string? MemberNo, DateOnly? JoinedOn, string Status);

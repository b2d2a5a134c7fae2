using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership;

/// <summary>我的会籍: shows a bound member their own card. It needs no database, since every turn brings the card along.</summary>
internal sealed class MyMembership : OneTurnDialog
{
    public override string Name => "membership/mine";

    public override MemberLevel Needs => MemberLevel.Member;

    protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct)
    {
        var card = input.From.Card ?? throw new InvalidOperationException("A bound member has no card.");
        return ValueTask.FromResult<IReadOnlyList<IReply>>([ShowMembership.Of(card)]);
    }
}

using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership;

/// <summary>关注: greets someone who begins to follow, or follows again.</summary>
internal sealed class FollowAccount : OneTurnDialog
{
    public override string Name => "membership/follow";

    protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        ValueTask.FromResult<IReadOnlyList<IReply>>([new Welcome(input.From.Card?.MaskedName)]);
}

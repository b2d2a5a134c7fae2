using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>撤回删除: takes the wish to be forgotten back.</summary>
internal sealed class KeepMyData(IDeletion deletion) : OneTurnDialog
{
    public const string StoredName = "membership/keep";

    public override string Name => StoredName;

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        [await deletion.WithdrawAsync(input.From.Id, ct) ? new DeletionWithdrawn() : new NoDeletionToWithdraw()];
}

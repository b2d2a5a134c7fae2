using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Membership.MyData;

/// <summary>看我的资料: in short and masked, what the union keeps about whoever asks.</summary>
internal sealed class SeeMyData(IMyData data) : OneTurnDialog
{
    public override string Name => "membership/see";

    protected override async ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) =>
        [await data.SummariseAsync(input.From, ct)];
}

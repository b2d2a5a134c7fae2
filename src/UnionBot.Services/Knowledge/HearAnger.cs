using UnionBot.Chat.Dialogs;

namespace UnionBot.Services.Knowledge;

/// <summary>Somebody scolds (骗子, 就是个摆设) and says nothing of why: a kind word and the way to a person, never 没看明白.</summary>
internal sealed class HearAnger : OneTurnDialog
{
    public override string Name => "knowledge/anger";

    protected override ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct) => new([new AngerIsHeard()]);
}

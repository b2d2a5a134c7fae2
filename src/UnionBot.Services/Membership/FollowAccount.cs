using UnionBot.Chat.Dialogs;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership;

/// <summary>关注: greets someone who begins to follow; whoever follows again is asked one thing that was left open.</summary>
internal sealed class FollowAccount(IEnumerable<IWelcomeBack> services) : IDialog
{
    public string Name => "membership/follow";

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var welcome = new Welcome(input.From.Card?.MaskedName);
        foreach (var service in services)
        {
            if (await service.AskAsync(input.From.Id, input.At, ct) is { } back)
                return new Turn(new Move.Over(), [welcome, back.Question]) { Offers = [back.Yes] };
        }

        return new Turn(new Move.Over(), [welcome]);
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) => throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;
}

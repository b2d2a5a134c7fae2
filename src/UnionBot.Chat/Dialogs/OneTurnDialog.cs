namespace UnionBot.Chat.Dialogs;

/// <summary>A dialog that answers at once and asks nothing.</summary>
public abstract class OneTurnDialog : IDialog
{
    public abstract string Name { get; }

    public virtual MemberLevel Needs => MemberLevel.Follower;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct) =>
        new(new Move.Over(), await AnswerAsync(input, ct));

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    protected abstract ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct);
}

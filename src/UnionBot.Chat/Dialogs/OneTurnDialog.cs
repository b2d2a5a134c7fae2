namespace UnionBot.Chat.Dialogs;

/// <summary>A dialog that answers at once and asks nothing.</summary>
public abstract class OneTurnDialog : IDialog
{
    public abstract string Name { get; }

    public virtual MemberLevel Needs => MemberLevel.Follower;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var replies = await AnswerAsync(input, ct);
        return new(replies.Count > 0 ? new Move.Over() : new Move.Pass(), replies);
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    /// <returns>Empty only where a sure answer is wanted and there is none.</returns>
    protected abstract ValueTask<IReadOnlyList<IReply>> AnswerAsync(Input input, CancellationToken ct);
}

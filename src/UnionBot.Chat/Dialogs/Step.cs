namespace UnionBot.Chat.Dialogs;

/// <summary>One step of a dialog: the question it asks, and what it makes of the answer.</summary>
/// <param name="Question">
/// The reply that asks; said whenever the step begins, was not understood or is taken up again. Null when the draft no
/// longer allows the question.
/// </param>
/// <param name="TakeAsync">Takes the draft and what the person said, gives the turn.</param>
public sealed record Step<TDraft>(
    Func<TDraft, IReply?> Question, Func<TDraft, Input, CancellationToken, Task<Turn>> TakeAsync)
    where TDraft : class
{
    /// <summary>A step that needs to ask nobody for data.</summary>
    public Step(Func<TDraft, IReply?> question, Func<TDraft, Input, Turn> take)
        : this(question, (draft, input, _) => Task.FromResult(take(draft, input)))
    {
    }
}

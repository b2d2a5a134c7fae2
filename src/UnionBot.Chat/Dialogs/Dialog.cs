using System.Text.Json;

namespace UnionBot.Chat.Dialogs;

/// <summary>A talk with one purpose, held in named steps that each ask one question. Between steps only the draft is kept.</summary>
/// <typeparam name="TDraft">What has been filled in so far; a record that survives a JSON round trip.</typeparam>
public abstract class Dialog<TDraft> : IDialog
    where TDraft : class
{
    private IReadOnlyDictionary<string, Step<TDraft>>? _steps;

    public abstract string Name { get; }

    public virtual MemberLevel Needs => MemberLevel.Follower;

    /// <summary>The table of contents: every step this dialog can wait at, under the name stored in bookmarks.</summary>
    protected virtual IReadOnlyDictionary<string, Step<TDraft>> Steps { get; } = new Dictionary<string, Step<TDraft>>();

    public abstract Task<Turn> BeginAsync(Input input, CancellationToken ct);

    public async Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct)
    {
        var step = StepNamed(bookmark.Step);
        var draft = Read(bookmark);
        var turn = await step.TakeAsync(draft, input, ct);
        return turn.Move is Move.Again ? turn with { Replies = WithQuestion(step, draft, turn.Replies) } : turn;
    }

    public IReply? Question(Bookmark bookmark) => StepNamed(bookmark.Step).Question(Read(bookmark));

    /// <summary>Waits at a step; says what comes before its question, then the question itself.</summary>
    protected Turn Ask(string step, TDraft draft, params IReply[] before) =>
        new(new Move.To(step, draft), WithQuestion(StepNamed(step), draft, before));

    /// <summary>The answer was not understood: says what comes before the question, then the question once more.</summary>
    protected static Turn Again(params IReply[] before) => new(new Move.Again(), before);

    /// <summary>The dialog is over.</summary>
    protected static Turn Done(params IReply[] replies) => new(new Move.Over(), replies);

    private static IReadOnlyList<IReply> WithQuestion(Step<TDraft> step, TDraft draft, IReadOnlyList<IReply> before) =>
        step.Question(draft) is { } question ? [.. before, question] : before;

    private Step<TDraft> StepNamed(string name) =>
        (_steps ??= Steps).TryGetValue(name, out var step) ? step : throw new UnknownStepException(Name, name);

    private TDraft Read(Bookmark bookmark)
    {
        try
        {
            return TalkJson.Read<TDraft>(bookmark.DraftJson);
        }
        catch (JsonException)
        {
            // A draft of an older version that no longer fits is worth as much as a step that is gone.
            throw new UnknownStepException(Name, bookmark.Step);
        }
    }
}

namespace UnionBot.Chat.Dialogs;

/// <summary>A talk with one purpose, held in steps. Between steps only the draft is kept.</summary>
public interface IDialog
{
    /// <summary>Stored in bookmarks as <c>service/what</c>, so a name is never changed once it has been released.</summary>
    string Name { get; }

    /// <summary>The level a person must have reached before this dialog begins.</summary>
    MemberLevel Needs => MemberLevel.Follower;

    /// <summary>Begins because the person named it.</summary>
    Task<Turn> BeginAsync(Input input, CancellationToken ct);

    /// <summary>Goes on because the person answered the open question.</summary>
    /// <exception cref="UnknownStepException">The bookmark names a step this version does not have.</exception>
    Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct);

    /// <summary>Says the open question once more, after an interruption or a pause.</summary>
    /// <returns>The reply that asks it; null when the question has lost its sense and the dialog must begin anew.</returns>
    IReply? Question(Bookmark bookmark);
}

/// <summary>Thrown when a bookmark names a step that the dialog no longer has.</summary>
public sealed class UnknownStepException(string dialog, string step)
    : Exception($"Dialog '{dialog}' has no step '{step}'.");

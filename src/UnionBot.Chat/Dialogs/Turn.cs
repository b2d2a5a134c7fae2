namespace UnionBot.Chat.Dialogs;

/// <summary>What a dialog makes of one message: what to say, what must happen, and where the dialog goes next.</summary>
public sealed record Turn(Move Move, IReadOnlyList<IReply> Replies)
{
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>
    /// What may be chosen next, by number or by name, when the dialog is over; forgotten as soon as something else is shown.
    /// </summary>
    public IReadOnlyList<PushChoice> Offers { get; init; } = [];

    /// <summary>The offers are guesses of what the words meant: these are kept with them, for when none was right.</summary>
    public bool IsGuess { get; init; }

    /// <summary>
    /// The step made something of the words, but hardly of all of them: what else they surely want, or ask and is surely known, goes
    /// first. Such a turn is thrown away then, so it must have changed nothing.
    /// </summary>
    public bool IsLoose { get; init; }

    /// <summary>It ends with a question that is answered in words: what else is open waits until it is answered. One question a message.</summary>
    public bool IsAsking { get; init; }

    /// <summary>Dialogs whose talk, if one was put aside, has lost its subject with this turn: it is not offered again.</summary>
    public IReadOnlyList<string> Ends { get; init; } = [];

    /// <summary>What is left of an answer that was cut short, said on 更多; null when nothing is.</summary>
    public string? Rest { get; init; }

    /// <summary>What says the answer again, and simpler: a dialog with an argument (<c>name:argument</c>). Null when it was no answer.</summary>
    public string? SaidAgainBy { get; init; }

    /// <summary>It is about law or hardship: what is said now and in the next time goes to no review list.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>
    /// Who the person is from now on, when this turn changed it (bound, confirmed a phone); null otherwise. A service that
    /// had to wait for it then begins at once.
    /// </summary>
    public Speaker? Became { get; init; }
}

/// <summary>Where a dialog goes next.</summary>
public abstract record Move
{
    private Move() { }

    /// <summary>Wait at <paramref name="Step"/> with <paramref name="Draft"/>.</summary>
    public sealed record To(string Step, object Draft) : Move;

    /// <summary>The step did not understand: wait at the same step with the same draft.</summary>
    public sealed record Again : Move;

    /// <summary>The dialog is over.</summary>
    public sealed record Over : Move;

    /// <summary>Only at the beginning: the dialog has nothing to say to this message, and it is as if it had not been asked.</summary>
    public sealed record Pass : Move;
}

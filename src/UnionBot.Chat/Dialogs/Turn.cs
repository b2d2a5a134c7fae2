namespace UnionBot.Chat.Dialogs;

/// <summary>What a dialog makes of one message: what to say, what must happen, and where the dialog goes next.</summary>
public sealed record Turn(Move Move, IReadOnlyList<IReply> Replies)
{
    public IReadOnlyList<Effect> Effects { get; init; } = [];

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
}

namespace UnionBot.Chat.Dialogs;

/// <summary>One message being answered: the state as it changes, and what has been decided to say and do so far.</summary>
internal sealed class Exchange(TalkState state, Input input, ConversationOptions options)
{
    private readonly List<IReply> _replies = [];
    private List<Effect>? _effects;

    public TalkState State { get; set; } = state with { LastAt = input.At, More = null };

    public Input Input { get; set; } = input;

    public ConversationOptions Options { get; } = options;

    /// <summary>What was left of the answer before this message.</summary>
    public string? LeftOver { get; } = state.More;

    /// <summary>When the person wrote before; null when never.</summary>
    public DateTimeOffset? BeforeAt { get; } = state.LastAt;

    /// <summary>Whether the person was silent so long that an open question may be out of mind.</summary>
    public bool IsAfterPause => Input.At - BeforeAt > Options.Pause;

    public void Say(IReply reply) => _replies.Add(reply);

    public void Say(IReadOnlyList<IReply> replies) => _replies.AddRange(replies);

    public void Do(Effect effect) => (_effects ??= []).Add(effect);

    public void Do(IReadOnlyList<Effect> effects)
    {
        if (effects.Count > 0) (_effects ??= []).AddRange(effects);
    }

    /// <summary>Puts the waiting dialog aside, to be offered again later.</summary>
    public void SetWaitingAside()
    {
        if (State.Waiting is not { } waiting) return;

        var aside = State.Interrupted.Where(b => b.Dialog != waiting.Dialog).Append(waiting with { Misses = 0 });
        State = State with
        {
            Waiting = null,
            Earlier = [],
            Shown = null,
            Interrupted = [.. aside.TakeLast(Options.MostInterrupted)],
        };
    }

    /// <summary>Says a list of the engine's own and remembers that numbers belong to it.</summary>
    public void Show(ListKind kind, IReply reply, params ShownChoice[] choices)
    {
        Say(reply);
        State = State with { Shown = new ShownList(kind, choices, Input.At) };
    }

    public Answer ToAnswer() => new(State, _replies, _effects ?? (IReadOnlyList<Effect>)[]);
}

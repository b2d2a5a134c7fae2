namespace UnionBot.Chat.Dialogs;

/// <summary>One message being answered: the state as it changes, and what has been decided to say and do so far.</summary>
internal sealed class Exchange(TalkState state, Input input, ConversationOptions options)
{
    private const int MostOffers = 2;

    private readonly List<IReply> _replies = [];
    private List<Effect>? _effects;

    public TalkState State { get; set; } = state with { LastAt = input.At, More = null, LastAnswer = null };

    public Input Input { get; set; } = input;

    public ConversationOptions Options { get; } = options;

    /// <summary>What was left of the answer before this message.</summary>
    public string? LeftOver { get; } = state.More;

    /// <summary>What says the answer before this message again; null when there was none.</summary>
    public string? LastAnswer { get; } = state.LastAnswer;

    /// <summary>When the person wrote before; null when never.</summary>
    public DateTimeOffset? BeforeAt { get; } = state.LastAt;

    /// <summary>Whether the person was silent so long that an open question may be out of mind.</summary>
    public bool IsAfterPause => Input.At - BeforeAt > Options.Pause;

    public void Say(IReply reply) => _replies.Add(reply);

    public void Say(IReadOnlyList<IReply> replies) => _replies.AddRange(replies);

    public void Do(Effect effect) => Do([effect]);

    /// <summary>Every effect takes the talk to a person: what is told them then is not the bot's.</summary>
    public void Do(IReadOnlyList<Effect> effects)
    {
        if (effects.Count == 0) return;

        (_effects ??= []).AddRange(effects);
        State = State with { PrivateAt = Input.At };
    }

    /// <summary>Whether it was lately about law or hardship, or went to a person.</summary>
    public bool IsPrivate => State.PrivateAt is { } at && Input.At - at < Options.StaysPrivate;

    /// <summary>From now on a dialog's question is open.</summary>
    /// <param name="before">Where the dialog stood before; null when it has just begun.</param>
    /// <param name="replies">What it said, the question last.</param>
    public void WaitFor(Bookmark waiting, Bookmark? before, IReadOnlyList<IReply> replies)
    {
        var earlier = State.Earlier;
        if (before is not null && before.Step != waiting.Step)
        {
            earlier = [.. earlier.Append(before with { Misses = 0 }).TakeLast(Options.MostEarlier)];
        }

        State = State with { Waiting = waiting, Earlier = earlier, Shown = ShownList.In(replies, Input.At) };
    }

    /// <summary>The waiting dialog is over, or cannot go on.</summary>
    public void ForgetWaiting() => State = State with { Waiting = null, Earlier = [], Shown = null, Misses = 0 };

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

    /// <summary>Lets a dialog that is under way, waiting or put aside, be the one that waits.</summary>
    /// <returns>False when it is not under way.</returns>
    public bool TryTakeUp(string dialog)
    {
        if (State.Waiting?.Dialog == dialog) return true;
        if (State.Interrupted.FirstOrDefault(b => b.Dialog == dialog) is not { } aside) return false;

        SetWaitingAside();
        Drop(dialog);
        State = State with { Waiting = aside };
        return true;
    }

    /// <summary>Forgets where a dialog stood that was put aside.</summary>
    public void Drop(string dialog)
    {
        if (State.Interrupted.Count == 0) return;
        State = State with { Interrupted = [.. State.Interrupted.Where(b => b.Dialog != dialog)] };
    }

    /// <summary>Remembers what a dialog that is over offers next.</summary>
    /// <param name="about">The words of which the offers are guesses; null when they are none.</param>
    public void Offer(IReadOnlyList<PushChoice> offers, string? about)
    {
        if (offers.Count == 0) return;

        var choices = offers.Select(o => new ShownChoice(o.Name, ChoiceAct.Open, o.Key, o.Destructive));
        State = State with { Shown = new ShownList(ListKind.Offer, [.. choices], Input.At) { About = about } };
        if (offers.Count == 1) RememberOffer(State.Shown);
    }

    /// <summary>Remembers the one thing that a list offers, for a yes that comes only after something else was said.</summary>
    public void RememberOffer(ShownList offer)
    {
        ForgetOffer(offer.Choices[0].Target);
        State = State with { Offers = [.. State.Offers.Append(offer).TakeLast(MostOffers)] };
    }

    /// <summary>What was offered is taken or refused, or offered anew.</summary>
    /// <param name="target">As in the choice, or as it was opened: with another argument, or none, it is the same offer.</param>
    public void ForgetOffer(string? target)
    {
        if (State.Offers.Count == 0 || target is null) return;

        var name = NameIn(target);
        State = State with { Offers = [.. State.Offers.Where(o => NameIn(o.Choices[0].Target!) != name)] };
    }

    private static string NameIn(string target) => target.Split(':')[0];

    /// <summary>The keys of what was offered last; empty when something else was shown since, or the person was silent for long.</summary>
    public IReadOnlyList<string> Offered() => State.Shown is { Kind: ListKind.Offer } list && !IsAfterPause
        ? [.. list.Choices.Select(choice => choice.Target!)]
        : [];

    /// <summary>Says a list of the engine's own and remembers that numbers belong to it.</summary>
    public void Show(ListKind kind, IReply reply, params ShownChoice[] choices)
    {
        Say(reply);
        State = State with { Shown = new ShownList(kind, choices, Input.At) };
    }

    public Answer ToAnswer() => new(State, _replies, _effects ?? (IReadOnlyList<Effect>)[]);
}

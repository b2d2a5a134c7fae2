using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>Begins, resumes and ends dialogs, and keeps the bookmarks.</summary>
internal sealed class DialogRunner(IReadOnlyList<IDialog> dialogs, Vocabulary vocabulary, ConversationOptions options)
{
    public IDialog? Named(string name)
    {
        // A few dozen dialogs: comparing their names is cheaper than a table made anew with every set of dialogs.
        foreach (var dialog in dialogs)
        {
            if (dialog.Name == name) return dialog;
        }

        return null;
    }

    /// <summary>What a dialog is called in a sentence; null when it has no entry.</summary>
    public string? TitleOf(string dialog) => vocabulary.TitleOf(dialog);

    /// <summary>
    /// Opens a dialog; one that waits is put aside. A dialog that is under way is not begun anew, unless the key has an
    /// argument: it repeats its open question.
    /// </summary>
    /// <param name="key">A dialog's name, one of its keys, or either with <c>:argument</c>.</param>
    /// <returns>False when the key names no dialog.</returns>
    public async Task<bool> TryOpenAsync(Exchange exchange, string key, CancellationToken ct)
    {
        if (Find(key) is not { } dialog) return false;

        exchange.ForgetOffer(dialog.Name);
        exchange.State = exchange.State with { Shown = null, Misses = 0 };
        var wasWaiting = exchange.State.Waiting?.Dialog == dialog.Name;
        if (exchange.Input.From.Level < dialog.Needs)
        {
            await ExplainLevelAsync(exchange, dialog, key, ct);
        }
        else if (!key.Contains(':', StringComparison.Ordinal) && exchange.TryTakeUp(dialog.Name))
        {
            await AskOnceMoreAsync(exchange, wasWaiting ? null : new BackTo(TitleOf(dialog.Name)), ct);
        }
        else
        {
            exchange.SetWaitingAside();
            exchange.Drop(dialog.Name);
            await BeginAsync(exchange, dialog, ct);
        }

        return true;
    }

    /// <summary>What words open for whoever speaks; null also when it is reserved for others.</summary>
    public async ValueTask<Opening?> ForSpeakerAsync(Opening? opening, Input input, CancellationToken ct) =>
        opening is not null && Named(opening.Dialog) is IReservedDialog reserved && !await reserved.IsForAsync(input, ct) ? null : opening;

    /// <summary>Whether what waits needs not be asked for once more to take these words.</summary>
    public bool HearsAtAnyTime(Bookmark waiting, string text) => Named(waiting.Dialog) is IHearsAtAnyTime hearing && hearing.Hears(text);

    public bool IsQuestionDialog(string dialog) => dialog == options.QuestionDialog;

    /// <summary>Gives words to the dialog that answers questions; one that waits is put aside.</summary>
    /// <returns>False when there is none, or it has nothing to say to them.</returns>
    public Task<bool> TryQuestionAsync(Exchange exchange, bool onlyIfSure, CancellationToken ct) => TryGiveAsync(
        exchange,
        options.QuestionDialog,
        exchange.Input with { OnlyIfSure = onlyIfSure, Offered = exchange.Offered(), IsPrivateTalk = exchange.IsPrivate },
        ct);

    /// <summary>Gives a bare number to the dialog that knows numbers by themselves, when no question and no list waits for one.</summary>
    /// <inheritdoc cref="TryQuestionAsync"/>
    public async Task<bool> TryNumberAsync(Exchange exchange, CancellationToken ct)
    {
        var isFree = exchange.State is { Waiting: null, Shown: null or { Kind: ListKind.Offer, Choices.Count: 1 } };
        return isFree && IsDigits(exchange.Input.Text)
            && await TryGiveAsync(exchange, options.NumberDialog, exchange.Input with { OnlyIfSure = true }, ct);
    }

    private static bool IsDigits(string text) =>
        Phrase.Trim(text) is { IsEmpty: false } number && !number.ContainsAnyExceptInRange('0', '9');

    /// <summary>A dialog that waits is put aside, if the other has something to say.</summary>
    private async Task<bool> TryGiveAsync(Exchange exchange, string? name, Input input, CancellationToken ct)
    {
        if (!input.IsWords || name is null || Named(name) is not { } dialog) return false;

        var turn = await dialog.BeginAsync(input, ct);
        if (turn.Move is Move.Pass) return false;

        exchange.SetWaitingAside();
        exchange.State = exchange.State with { Shown = null, Misses = 0 };
        await FollowAsync(exchange, dialog, before: null, turn, ct);
        return true;
    }

    /// <summary>Lets the dialog that answers questions know of words of which no guess was meant.</summary>
    public async Task TellDeclinedAsync(Exchange exchange, string words, CancellationToken ct)
    {
        if (options.QuestionDialog is not { } name || Named(name) is not { } dialog) return;

        await dialog.BeginAsync(exchange.Input with { Text = "", FullText = "", Guessed = words, IsPrivateTalk = exchange.IsPrivate }, ct);
    }

    /// <summary>Gives the answer to the waiting dialog.</summary>
    /// <param name="other">How far the words are about something else.</param>
    /// <returns>False when the dialog no longer exists, or leaves the words to something else.</returns>
    public async Task<bool> TryResumeAsync(Exchange exchange, OtherMatter other, CancellationToken ct)
    {
        var bookmark = exchange.State.Waiting!;
        if (Named(bookmark.Dialog) is not { } dialog)
        {
            exchange.ForgetWaiting();
            return false;
        }

        if (await TryExplainLevelAsync(exchange, dialog, ct)) return true;

        try
        {
            var turn = await dialog.ResumeAsync(bookmark, exchange.Input, ct);
            if (Leaves(turn, other)) return false;
            if (turn.Move is Move.Again && await TryQuestionAsync(exchange, onlyIfSure: true, ct)) return true;
            if (turn.Move is Move.Again && exchange.IsAfterPause && exchange.Input.IsWords)
            {
                // They came back to it, and do not know its question any more: that is no miss.
                await AskOnceMoreAsync(exchange, new BackTo(TitleOf(dialog.Name)), ct);
                return true;
            }

            if (turn.IsLoose && exchange.Input.IsQuestion && await TryQuestionAsync(exchange, onlyIfSure: true, ct)) return true;
            await FollowAsync(exchange, dialog, bookmark, turn, ct);
        }
        catch (UnknownStepException)
        {
            await BeginAnewAsync(exchange, dialog, ct);
        }

        return true;
    }

    private static bool Leaves(Turn turn, OtherMatter other) => turn.Move is Move.Again
        ? other == OtherMatter.Sure
        : turn.IsLoose && other != OtherMatter.None;

    /// <summary>Says the open question of the waiting dialog once more.</summary>
    /// <param name="before">What is said before it, when there is a question.</param>
    /// <param name="inBrief">It was read a moment ago.</param>
    public async Task AskOnceMoreAsync(Exchange exchange, IReply? before, CancellationToken ct, bool inBrief = false)
    {
        var bookmark = exchange.State.Waiting!;
        if (Named(bookmark.Dialog) is not { } dialog)
        {
            exchange.ForgetWaiting();
            return;
        }

        if (await TryExplainLevelAsync(exchange, dialog, ct)) return;
        if (before is not null) exchange.Say(before);
        if (QuestionOf(dialog, bookmark) is not { } question)
        {
            await BeginAnewAsync(exchange, dialog, ct);
            return;
        }

        exchange.Say(inBrief && question is IBriefReply brief ? brief.InBrief() : question);
        exchange.State = exchange.State with { Waiting = bookmark with { Misses = 0 }, Shown = ShownList.In(question, exchange.Input.At) };
    }

    /// <summary>Offers what else the person wanted, else the dialog that was put aside last; one at a time.</summary>
    /// <param name="inBrief">The person did not ask for it.</param>
    /// <returns>False when there is neither.</returns>
    public async Task<bool> TryReturnAsync(Exchange exchange, CancellationToken ct, bool inBrief = true)
    {
        if (FurtherWishes.TryOffer(exchange, vocabulary)) return true;
        while (exchange.State.Interrupted is [.., var last] interrupted)
        {
            exchange.State = exchange.State with { Interrupted = [.. interrupted.SkipLast(1)] };
            if (Named(last.Dialog) is null) continue;

            exchange.State = exchange.State with { Waiting = last, Earlier = [] };
            await AskOnceMoreAsync(exchange, new BackTo(TitleOf(last.Dialog)), ct, inBrief);
            return true;
        }

        return false;
    }

    /// <summary>上次说到…，要继续吗？</summary>
    /// <returns>False when the dialog no longer exists, or the question has been put already.</returns>
    public bool TryAskWhetherToGoOn(Exchange exchange)
    {
        var waiting = exchange.State.Waiting!;
        if (Named(waiting.Dialog) is null) return false;

        exchange.Show(
            ListKind.Continue,
            new ContinueOrNot(TitleOf(waiting.Dialog)),
            new ShownChoice("", ChoiceAct.Continue),
            new ShownChoice("", ChoiceAct.Drop));
        return true;
    }

    /// <summary>When the binding is left, nothing waits for it any longer.</summary>
    public void ForgetWish(Exchange exchange, string left)
    {
        if (left == options.BindingDialog) exchange.State = exchange.State with { Wanted = null };
    }

    private async Task BeginAsync(Exchange exchange, IDialog dialog, CancellationToken ct) =>
        await FollowAsync(exchange, dialog, before: null, await dialog.BeginAsync(exchange.Input, ct), ct);

    private async Task BeginAnewAsync(Exchange exchange, IDialog dialog, CancellationToken ct)
    {
        exchange.Say(new FromTheBeginning(TitleOf(dialog.Name)));
        exchange.ForgetWaiting();
        await BeginAsync(exchange, dialog, ct);
    }

    private async Task FollowAsync(Exchange exchange, IDialog dialog, Bookmark? before, Turn turn, CancellationToken ct)
    {
        exchange.Do(turn.Effects);
        foreach (var ended in turn.Ends) exchange.Drop(ended);
        if (turn.IsPrivate) exchange.State = exchange.State with { PrivateAt = exchange.Input.At };
        if (turn.Became is { } became) exchange.Input = exchange.Input with { From = became };
        if (turn.Move is Move.Again)
        {
            if (before is null) throw new InvalidOperationException($"'{dialog.Name}' cannot begin with Again.");
            Misses.InStep(exchange, before, turn.Replies);
            return;
        }

        exchange.Say(turn.Replies);
        if (turn.Move is Move.To to)
        {
            exchange.WaitFor(new Bookmark(dialog.Name, to.Step, TalkJson.Write(to.Draft)), before, turn.Replies);
            return;
        }

        exchange.ForgetWaiting();
        if (turn.SaidAgainBy is not null) exchange.State = exchange.State with { LastAnswer = turn.SaidAgainBy, More = turn.Rest };
        exchange.Offer(turn.Offers, turn.IsGuess ? exchange.Input.Text : null);
        // A question wants its answer first: what was put aside is offered once it has one.
        if (turn.IsAsking || turn.Offers.Count > 1) return;

        await AfterwardsAsync(exchange, dialog, ct);
    }

    /// <summary>A dialog is over: what waited for the person to be bound begins, else what is left is offered.</summary>
    private async Task AfterwardsAsync(Exchange exchange, IDialog over, CancellationToken ct)
    {
        if (over.Name == options.BindingDialog && exchange.State.Wanted is { } wanted)
        {
            exchange.State = exchange.State with { Wanted = null };
            if (Find(wanted) is { } dialog && exchange.Input.From.Level >= dialog.Needs)
            {
                exchange.Input = exchange.Input with { Text = "", FullText = "", Key = wanted };
                await BeginAsync(exchange, dialog, ct);
                return;
            }
        }

        await TryReturnAsync(exchange, ct);
    }

    /// <summary>Leaves a waiting dialog that is no longer the person's to use: a membership can end meanwhile.</summary>
    /// <returns>False when the person may still use it.</returns>
    private async Task<bool> TryExplainLevelAsync(Exchange exchange, IDialog waiting, CancellationToken ct)
    {
        if (exchange.Input.From.Level >= waiting.Needs) return false;

        exchange.ForgetWaiting();
        await ExplainLevelAsync(exchange, waiting, waiting.Name, ct);
        return true;
    }

    /// <summary>Says what is missing, when the person is not known well enough; binds first where that helps.</summary>
    private async Task ExplainLevelAsync(Exchange exchange, IDialog dialog, string key, CancellationToken ct)
    {
        var title = TitleOf(dialog.Name);
        var isOutOfReach =
            options.HighestLevel.TryGetValue(exchange.Input.From.Channel, out var highest) && dialog.Needs > highest;

        // Being bound does not make a hardship file: that is a matter for staff.
        if (isOutOfReach || dialog.Needs > MemberLevel.Member || BindingDialog() is not { } binding)
        {
            exchange.Say(isOutOfReach ? new OnlyInWeChat(title) : new AskStaffFirst(title));
            exchange.SetWaitingAside();
            await TryReturnAsync(exchange, ct);
            return;
        }

        exchange.Say(new BindFirst(title));
        exchange.State = exchange.State with { Wanted = key };
        if (exchange.TryTakeUp(binding.Name))
        {
            await AskOnceMoreAsync(exchange, before: null, ct);
            return;
        }

        exchange.SetWaitingAside();
        await BeginAsync(exchange, binding, ct);
    }

    private static IReply? QuestionOf(IDialog dialog, Bookmark bookmark)
    {
        try
        {
            return dialog.Question(bookmark);
        }
        catch (UnknownStepException)
        {
            return null;
        }
    }

    private IDialog? BindingDialog() => options.BindingDialog is { } name ? Named(name) : null;

    /// <param name="key">As for <see cref="TryOpenAsync"/>.</param>
    private IDialog? Find(string key)
    {
        var name = key.IndexOf(':') is >= 0 and var colon ? key[..colon] : key;
        return Named(name) ?? (vocabulary.ByKey(name) is { } opening ? Named(opening.Dialog) : null);
    }
}

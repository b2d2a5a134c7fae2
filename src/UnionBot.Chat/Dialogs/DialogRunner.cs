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
    public string? TitleOf(string dialog) => vocabulary.ByDialog(dialog)?.Title;

    public bool IsBinding(string dialog) => dialog == options.BindingDialog;

    /// <summary>Opens a dialog; one that waits is put aside.</summary>
    /// <param name="key">A dialog's name, one of its keys, or either with <c>:argument</c>.</param>
    /// <returns>False when the key names no dialog.</returns>
    public async Task<bool> TryOpenAsync(Exchange exchange, string key, CancellationToken ct)
    {
        var name = NameIn(key);
        if ((Named(name) ?? (vocabulary.ByKey(name) is { } opening ? Named(opening.Dialog) : null)) is not { } dialog)
        {
            return false;
        }

        // To name the waiting dialog once more is to begin it anew.
        if (exchange.State.Waiting?.Dialog == dialog.Name) exchange.State = exchange.State with { Waiting = null };
        exchange.SetWaitingAside();
        exchange.State = exchange.State with
        {
            Shown = null,
            Misses = 0,
            Earlier = [],
            Interrupted = Without(exchange.State.Interrupted, dialog.Name),
        };

        if (!await TryExplainLevelAsync(exchange, dialog, key, ct)) await BeginAsync(exchange, dialog, ct);
        return true;
    }

    /// <summary>Gives the answer to the waiting dialog.</summary>
    /// <param name="unlessNotUnderstood">Says nothing and returns false when the step does not understand.</param>
    /// <returns>False when the dialog no longer exists.</returns>
    public async Task<bool> TryResumeAsync(Exchange exchange, bool unlessNotUnderstood, CancellationToken ct)
    {
        var bookmark = exchange.State.Waiting!;
        if (Named(bookmark.Dialog) is not { } dialog)
        {
            Forget(exchange);
            return false;
        }

        if (await TryExplainLevelAsync(exchange, dialog, dialog.Name, ct)) return true;

        try
        {
            var turn = await dialog.ResumeAsync(bookmark, exchange.Input, ct);
            if (unlessNotUnderstood && turn.Move is Move.Again) return false;
            await FollowAsync(exchange, dialog, bookmark, turn, ct);
        }
        catch (UnknownStepException)
        {
            await BeginAnewAsync(exchange, dialog, ct);
        }

        return true;
    }

    /// <summary>Says the open question of the waiting dialog once more.</summary>
    /// <param name="before">What is said before it, when there is a question.</param>
    public async Task AskOnceMoreAsync(Exchange exchange, IReply? before, CancellationToken ct)
    {
        var bookmark = exchange.State.Waiting!;
        if (Named(bookmark.Dialog) is not { } dialog)
        {
            Forget(exchange);
            return;
        }

        if (await TryExplainLevelAsync(exchange, dialog, dialog.Name, ct)) return;
        if (before is not null) exchange.Say(before);
        if (QuestionOf(dialog, bookmark) is not { } question)
        {
            await BeginAnewAsync(exchange, dialog, ct);
            return;
        }

        exchange.Say(question);
        exchange.State = exchange.State with { Waiting = bookmark with { Misses = 0 }, Shown = ShownList.In(question, exchange.Input.At) };
    }

    /// <summary>Offers the dialog that was put aside last, one at a time.</summary>
    /// <returns>False when none is.</returns>
    public async Task<bool> TryReturnAsync(Exchange exchange, CancellationToken ct)
    {
        while (exchange.State.Interrupted is [.., var last] interrupted)
        {
            exchange.State = exchange.State with { Interrupted = [.. interrupted.SkipLast(1)] };
            if (Named(last.Dialog) is null) continue;

            exchange.State = exchange.State with { Waiting = last, Earlier = [] };
            await AskOnceMoreAsync(exchange, new BackTo(TitleOf(last.Dialog)), ct);
            return true;
        }

        return false;
    }

    /// <summary>您刚才还想…，现在办吗？</summary>
    /// <returns>False when nothing else was wanted.</returns>
    public bool TryOfferFurther(Exchange exchange)
    {
        if (exchange.State.Further is not [var next, ..] further) return false;

        exchange.State = exchange.State with { Further = [.. further.Skip(1)] };
        if (IntentNames.Find(next) is not { } intent || vocabulary.WishOf(intent) is not { } wish) return TryOfferFurther(exchange);

        exchange.Show(
            ListKind.Which,
            new NextWish(wish.Title),
            new ShownChoice("", ChoiceAct.Serve, next),
            new ShownChoice("", ChoiceAct.Keep));
        return true;
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

    private async Task BeginAsync(Exchange exchange, IDialog dialog, CancellationToken ct) =>
        await FollowAsync(exchange, dialog, before: null, await dialog.BeginAsync(exchange.Input, ct), ct);

    private async Task BeginAnewAsync(Exchange exchange, IDialog dialog, CancellationToken ct)
    {
        exchange.Say(new FromTheBeginning(TitleOf(dialog.Name)));
        Forget(exchange);
        await BeginAsync(exchange, dialog, ct);
    }

    private async Task FollowAsync(Exchange exchange, IDialog dialog, Bookmark? before, Turn turn, CancellationToken ct)
    {
        exchange.Do(turn.Effects);
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
            Wait(exchange, dialog, before, to, turn.Replies);
            return;
        }

        Forget(exchange);
        await AfterwardsAsync(exchange, dialog, ct);
    }

    private static void Wait(Exchange exchange, IDialog dialog, Bookmark? before, Move.To to, IReadOnlyList<IReply> replies)
    {
        var earlier = exchange.State.Earlier;
        if (before is not null && before.Step != to.Step)
        {
            earlier = [.. earlier.Append(before with { Misses = 0 }).TakeLast(exchange.Options.MostEarlier)];
        }

        exchange.State = exchange.State with
        {
            Waiting = new Bookmark(dialog.Name, to.Step, TalkJson.Write(to.Draft)),
            Earlier = earlier,
            Shown = ShownList.In(replies, exchange.Input.At),
        };
    }

    /// <summary>A dialog is over: what waited for the person to be bound begins, else what was put aside is offered.</summary>
    private async Task AfterwardsAsync(Exchange exchange, IDialog over, CancellationToken ct)
    {
        if (IsBinding(over.Name) && exchange.State.Wanted is { } wanted)
        {
            exchange.State = exchange.State with { Wanted = null };
            if (Named(NameIn(wanted)) is { } dialog && exchange.Input.From.Level >= dialog.Needs)
            {
                exchange.Input = exchange.Input with { Text = "", FullText = "", Key = wanted };
                await BeginAsync(exchange, dialog, ct);
                return;
            }
        }

        if (!TryOfferFurther(exchange)) await TryReturnAsync(exchange, ct);
    }

    /// <summary>Says what is missing, when the person is not known well enough; binds first where that helps.</summary>
    /// <returns>False when the person may use the dialog. Asked again at every answer: a membership can end meanwhile.</returns>
    private async Task<bool> TryExplainLevelAsync(Exchange exchange, IDialog dialog, string key, CancellationToken ct)
    {
        var from = exchange.Input.From;
        if (from.Level >= dialog.Needs) return false;

        Forget(exchange);
        var title = TitleOf(dialog.Name);
        if (options.HighestLevel.TryGetValue(from.Channel, out var highest) && dialog.Needs > highest)
        {
            exchange.Say(new OnlyInWeChat(title));
            return true;
        }

        // Being bound does not make a hardship file: that is a matter for staff.
        if (dialog.Needs > MemberLevel.Member || options.BindingDialog is not { } name || Named(name) is not { } binding)
        {
            exchange.Say(new AskStaffFirst(title));
            return true;
        }

        exchange.Say(new BindFirst(title));
        exchange.State = exchange.State with { Wanted = key };
        await BeginAsync(exchange, binding, ct);
        return true;
    }

    private static void Forget(Exchange exchange) =>
        exchange.State = exchange.State with { Waiting = null, Earlier = [], Shown = null, Misses = 0 };

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

    private static IReadOnlyList<Bookmark> Without(IReadOnlyList<Bookmark> bookmarks, string dialog) =>
        bookmarks.Count == 0 ? bookmarks : [.. bookmarks.Where(b => b.Dialog != dialog)];

    private static string NameIn(string key) => key.IndexOf(':') is >= 0 and var colon ? key[..colon] : key;
}

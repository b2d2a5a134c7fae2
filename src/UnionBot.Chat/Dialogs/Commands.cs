using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>Does what the control words ask, whatever is being talked about.</summary>
internal sealed class Commands(Vocabulary vocabulary, DialogRunner dialogs)
{
    /// <returns>
    /// False when there is no control word, or a waiting dialog hears it itself: thanks that it may take as a yes, 没看懂 of its own question, and 更多
    /// under its list, when nothing of the last message was cut off.
    /// </returns>
    public async Task<bool> TryObeyAsync(Exchange exchange, ControlWord? word, CancellationToken ct)
    {
        if (word is null || (exchange.State.Waiting is not null && IsForDialog(exchange, word.Value))) return false;

        exchange.State = exchange.State with { Misses = 0 };
        switch (word)
        {
            case ControlWord.Back: await GoBackAsync(exchange, ct); break;
            case ControlWord.Cancel: await CancelAsync(exchange, ct); break;
            case ControlWord.Continue: await ContinueAsync(exchange, ct); break;
            case ControlWord.Menu: ShowMenu(exchange); break;
            case ControlWord.Human: HandOver(exchange, new Effect.HandOver("handover/asked") { Joins = true }, FreeWords.IsInCrisisLately(exchange) ? new StillHere() : new HandedOver()); break;
            case ControlWord.More: SayRest(exchange); break;
            case ControlWord.Again: await SayAgainAsync(exchange, simply: false, ct); break;
            case ControlWord.Simpler: await SayAgainAsync(exchange, simply: true, ct); break;
            case ControlWord.Thanks: exchange.Say(FreeWords.IsInCrisisLately(exchange) ? new StillHere() : new YouAreWelcome()); break;
            default: throw new ArgumentOutOfRangeException(nameof(word), word, null);
        }

        return true;
    }

    public void ShowMenu(Exchange exchange)
    {
        exchange.SetWaitingAside();
        var left = exchange.State.Interrupted is [.., var last] ? dialogs.TitleOf(last.Dialog) : null;
        exchange.Show(ListKind.Menu, new Menu(MenuTitles(), left), MenuChoices());
    }

    /// <summary>The bot steps back: a case for staff; what was being done can be taken up again with 继续.</summary>
    public static void HandOver(Exchange exchange, Effect.HandOver effect, IReply reply)
    {
        exchange.SetWaitingAside();
        exchange.State = exchange.State with { Shown = null, Misses = 0 };
        exchange.Say(reply);
        exchange.Do(effect);
    }

    /// <summary>The menu under other words, when a second message in a row was not understood.</summary>
    public void ShowMenuAfterMiss(Exchange exchange) =>
        exchange.Show(ListKind.Menu, new NotUnderstoodTwice(MenuTitles()), MenuChoices());

    /// <summary>Leaves the waiting dialog.</summary>
    public async Task DropAsync(Exchange exchange, CancellationToken ct)
    {
        var dialog = exchange.State.Waiting!.Dialog;
        exchange.Say(new Cancelled(dialogs.TitleOf(dialog)));
        exchange.State = exchange.State with { Waiting = null, Earlier = [], Shown = null };
        dialogs.ForgetWish(exchange, dialog);
        await dialogs.TryReturnAsync(exchange, ct);
    }

    private static bool IsForDialog(Exchange exchange, ControlWord word) =>
        word == ControlWord.Thanks
        || (word == ControlWord.Simpler && exchange.LastAnswer is null)
        || (word == ControlWord.More && exchange is { LeftOver: null, State.Shown.Kind: ListKind.Dialog });

    private async Task GoBackAsync(Exchange exchange, CancellationToken ct)
    {
        var state = exchange.State;
        if (state.Waiting is null)
        {
            if (!await dialogs.TryReturnAsync(exchange, ct, inBrief: false)) exchange.Say(new NothingToGoBackTo());
            return;
        }

        if (state.Earlier is not [.., var last])
        {
            ShowMenu(exchange);
            return;
        }

        exchange.State = state with { Waiting = last, Earlier = [.. state.Earlier.SkipLast(1)] };
        await dialogs.AskOnceMoreAsync(exchange, before: null, ct);
    }

    private async Task CancelAsync(Exchange exchange, CancellationToken ct)
    {
        var opening = vocabulary.ByWords(exchange.Input.Text);
        if (await TryTellWaitingAsync(exchange, opening, ct)) return;
        if (exchange.State.Waiting is not null)
        {
            await DropAsync(exchange, ct);
            return;
        }

        exchange.State = exchange.State with { Shown = null };
        if (exchange.State.Interrupted is [.., var last] interrupted)
        {
            exchange.State = exchange.State with { Interrupted = [.. interrupted.SkipLast(1)] };
            exchange.Say(new Cancelled(dialogs.TitleOf(last.Dialog)));
            dialogs.ForgetWish(exchange, last.Dialog);
            return;
        }

        if (opening is not null && await dialogs.TryOpenAsync(exchange, opening.Dialog, ct)) return;
        exchange.Say(new NothingToCancel());
    }

    /// <summary>不找了 leaves a search, but may mean more to a dialog of the service that it belongs to: the end of a subscription.</summary>
    /// <returns>False when nothing waits, or what waits makes nothing of the words.</returns>
    private async Task<bool> TryTellWaitingAsync(Exchange exchange, Opening? opening, CancellationToken ct)
    {
        if (opening is null || exchange.State.Waiting is not { } waiting || ServiceOf(waiting.Dialog) != ServiceOf(opening.Dialog)) return false;

        exchange.Input = exchange.Input with { NamedDialog = opening.Dialog };
        return await dialogs.TryResumeAsync(exchange, OtherMatter.Sure, ct);
    }

    private static string ServiceOf(string dialog) => dialog.Split('/')[0];

    private async Task ContinueAsync(Exchange exchange, CancellationToken ct)
    {
        if (exchange.State.Waiting is not null)
        {
            await dialogs.AskOnceMoreAsync(exchange, before: null, ct);
            return;
        }

        if (!await dialogs.TryReturnAsync(exchange, ct, inBrief: false)) exchange.Say(new NothingToContinue());
    }

    /// <summary>The last answer; where nothing was answered, the open question.</summary>
    private async Task SayAgainAsync(Exchange exchange, bool simply, CancellationToken ct)
    {
        if (exchange.LastAnswer is { } key)
        {
            exchange.Input = exchange.Input with { Text = "", FullText = "", Key = key, Simply = simply };
            if (await dialogs.TryOpenAsync(exchange, key, ct)) return;
        }

        if (exchange.State.Waiting is null)
        {
            exchange.Say(new NothingToSayAgain());
            return;
        }

        await dialogs.AskOnceMoreAsync(exchange, before: null, ct);
    }

    /// <summary>The answer that it belongs to can still be said again.</summary>
    private static void SayRest(Exchange exchange)
    {
        exchange.Say(exchange.LeftOver is { } left ? new RestOfAnswer(left) : new NothingMore());
        exchange.State = exchange.State with { LastAnswer = exchange.LastAnswer };
    }

    private string[] MenuTitles() => [.. vocabulary.Menu.Select(o => o.Title)];

    private ShownChoice[] MenuChoices() => [.. vocabulary.Menu.Select(o => new ShownChoice(o.Title, ChoiceAct.Open, o.Dialog))];
}

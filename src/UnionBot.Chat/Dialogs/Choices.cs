using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>
/// Decides to which list a number or a name belongs: to the last one shown. Where two could be meant, or the choice cancels
/// or deletes something, it names what could be meant and asks.
/// </summary>
internal sealed class Choices(DialogRunner dialogs, Commands commands, FreeWords freeWords)
{
    /// <summary>So many characters around a name say no more than it: 我要…, 帮我…一下.</summary>
    private const int Courtesy = 4;

    private static readonly ShownChoice Neither = new("", ChoiceAct.Keep);

    /// <param name="control">The control word that the text is; null when it is none.</param>
    /// <returns>False when the message chooses nothing here: the waiting dialog may still read it.</returns>
    public async Task<bool> TryAsync(Exchange exchange, ControlWord? control, CancellationToken ct)
    {
        if (exchange.Input.Text.Length == 0) return false;
        if (exchange.State is { Shown: null, Pushed: null }) return false;
        if (control is not (null or ControlWord.Thanks)) return control == ControlWord.Cancel && TryCancelNamed(exchange);

        if (exchange.State.Shown is { Kind: not ListKind.Dialog } list && Pick(list, exchange.Input.Text, control) is { } choice)
        {
            exchange.ForgetOffer(list.Choices[0].Target);
            if (DeclinedIn(list, choice) is { } words) await dialogs.TellDeclinedAsync(exchange, words, ct);
            await ActAsync(exchange, choice, ct);
            return true;
        }

        return Choice.IsNumber(exchange.Input.Text)
            ? await TryNumberAsync(exchange, ct)
            : await TryNameAsync(exchange, ct);
    }

    /// <summary>The words of which the engine guessed what was wanted, when that was none of its guesses.</summary>
    private static string? DeclinedIn(ShownList list, ShownChoice choice)
    {
        var isGuess = list is { Kind: ListKind.Which, Choices: [.., { Act: ChoiceAct.Serve } last] } && last.Target == FreeWords.NoneOfThem;
        return isGuess && (choice.Act == ChoiceAct.Keep || choice.Target == FreeWords.NoneOfThem) ? list.About : null;
    }

    private static ShownChoice? Pick(ShownList list, string text, ControlWord? control)
    {
        // 好的 behind an answer thanks for it; 要 takes what was offered.
        if (list.Kind == ListKind.Offer && control == ControlWord.Thanks) return null;
        if (list is { Kind: ListKind.Offer, Choices: [var only] }) return PickOnly(only, text);

        var isYesOrNo = list.Kind == ListKind.Continue || list is { Kind: ListKind.Which, Choices.Count: 2 };
        if (isYesOrNo && YesNo.ReadNumbered(text) is { } yes) return list.Choices[yes ? 0 : 1];
        if (list.Kind == ListKind.Which && YesNo.Read(text) is false) return Neither;
        return Choice.Read(text, NamesOf(list.Choices)) is { } index ? list.Choices[index] : null;
    }

    /// <summary>Whole words only: 我要报名 behind an offer is a wish of its own.</summary>
    private static ShownChoice? PickOnly(ShownChoice only, string text) => YesNo.Read(text) switch
    {
        false => Neither,
        true => only,
        null => text == only.Name || Choice.Read(text, 1) is not null ? only : null,
    };

    private async Task<bool> TryNumberAsync(Exchange exchange, CancellationToken ct)
    {
        var (state, text) = (exchange.State, exchange.Input.Text);
        var answer = state.Shown is { Kind: ListKind.Dialog } list ? At(list.Choices, text) : null;
        var pushed = state.Pushed is { } push ? At(push.Choices, text) : null;

        if (state.Waiting is { } waiting)
        {
            // In a running talk a number answers the open question. After a silence in which a push came, who knows?
            var isEither = exchange.IsAfterPause && pushed is not null && state.Pushed!.At > exchange.BeforeAt;
            if (!isEither) return TryConfirm(exchange, answer);

            exchange.Show(
                ListKind.Which,
                new WhichAnswered(dialogs.TitleOf(waiting.Dialog), answer?.Name, pushed!.Name),
                new ShownChoice("", ChoiceAct.Answer, text),
                pushed,
                Neither);
            return true;
        }

        // A number out of a list that the engine shows is answered with that list, never with a push before it.
        if (pushed is null || state.Shown is not null) return false;
        if (state.Pushed!.Numbered)
        {
            await ActAsync(exchange, pushed, ct);
        }
        else
        {
            Confirm(exchange, pushed);
        }

        return true;
    }

    private async Task<bool> TryNameAsync(Exchange exchange, CancellationToken ct)
    {
        var (state, text) = (exchange.State, exchange.Input.Text);
        var answer = state.Shown is { Kind: ListKind.Dialog } list ? Named(list.Choices, text) : null;
        var pushed = PushNamed(state, text) ?? PushAnswered(exchange);
        if (pushed is null) return !exchange.IsAfterPause && TryConfirm(exchange, answer);

        if (answer is not null && state.Waiting is { } waiting)
        {
            exchange.Show(
                ListKind.Which,
                new WhichAnswered(dialogs.TitleOf(waiting.Dialog), answer.Name, pushed.Name),
                new ShownChoice("", ChoiceAct.Answer, text),
                pushed,
                Neither);
            return true;
        }

        await ActAsync(exchange, pushed, ct);
        return true;
    }

    /// <summary>取消 leaves the dialog, unless the very same word was offered as a choice: then both are named.</summary>
    private bool TryCancelNamed(Exchange exchange)
    {
        var (state, text) = (exchange.State, exchange.Input.Text);
        if (state.Shown is { Kind: ListKind.Which }) return false;

        var offered = PushNamed(state, text)
            ?? (state.Shown is { Kind: ListKind.Dialog } list && Named(list.Choices, text) is { } answer
                ? answer with { Target = text }
                : null);
        if (offered is null) return false;

        if (state.Waiting is not { } waiting)
        {
            Confirm(exchange, offered);
            return true;
        }

        exchange.Show(
            ListKind.Which,
            new WhichCancelled(offered.Name, dialogs.TitleOf(waiting.Dialog)),
            offered with { Destructive = false },
            new ShownChoice("", ChoiceAct.Drop),
            Neither);
        return true;
    }

    public async Task ActAsync(Exchange exchange, ShownChoice choice, CancellationToken ct)
    {
        if (choice.Destructive)
        {
            Confirm(exchange, choice);
            return;
        }

        switch (choice.Act)
        {
            case ChoiceAct.Open:
                await OpenAsync(exchange, choice.Target!, ct);
                break;
            case ChoiceAct.Serve:
                await ServeAsync(exchange, choice.Target!, ct);
                break;
            case ChoiceAct.Answer:
                exchange.Input = exchange.Input with { Text = choice.Target!, FullText = choice.Target! };
                await dialogs.TryResumeAsync(exchange, OtherMatter.None, ct);
                break;
            case ChoiceAct.Continue:
                await dialogs.AskOnceMoreAsync(exchange, before: null, ct);
                break;
            case ChoiceAct.Drop:
                await commands.DropAsync(exchange, ct);
                break;
            case ChoiceAct.Alarm:
                CrisisAnswer.Confirm(exchange, choice.Target!);
                break;
            default:
                await KeepAsync(exchange, ct);
                break;
        }
    }

    private async Task OpenAsync(Exchange exchange, string key, CancellationToken ct)
    {
        var saysMore = exchange.State.Shown is { Kind: ListKind.Menu } menu && SaysMore(exchange.Input.Text, menu, key);
        exchange.Input = exchange.Input with
        {
            Text = saysMore ? exchange.Input.Text : "",
            FullText = saysMore ? exchange.Input.FullText : "",
            Key = key,
            Guessed = exchange.State.Shown?.About,
            IsPrivateTalk = exchange.IsPrivate,
        };
        exchange.State = exchange.State with { Pushed = null, Shown = null };
        if (!await dialogs.TryOpenAsync(exchange, key, ct)) commands.ShowMenu(exchange);
    }

    /// <summary>老板欠我两万，想约律师: the name of an entry, and what it is wanted for.</summary>
    private static bool SaysMore(string text, ShownList menu, string key) => menu.Choices
        .Any(choice => choice.Target == key && text.Contains(choice.Name, StringComparison.Ordinal) && text.Length > choice.Name.Length + Courtesy);

    private async Task ServeAsync(Exchange exchange, string name, CancellationToken ct)
    {
        var intent = IntentNames.Find(name);
        var words = intent is not null && freeWords.HasDialog(intent.Value) ? exchange.State.Shown?.About ?? "" : "";
        exchange.State = exchange.State with { Shown = null };
        exchange.Input = exchange.Input with { Text = words, FullText = words };
        if (intent is null || !await freeWords.TryServeAsync(exchange, intent.Value, ct)) commands.ShowMenu(exchange);
    }

    private async Task KeepAsync(Exchange exchange, CancellationToken ct)
    {
        exchange.Say(new LeftAsItIs());
        exchange.State = exchange.State with { Shown = null };
        if (exchange.State.Waiting is not null) await dialogs.AskOnceMoreAsync(exchange, before: null, ct);
        else await dialogs.TryReturnAsync(exchange, ct);
    }

    /// <summary>Asks before a destructive answer reaches the dialog.</summary>
    private static bool TryConfirm(Exchange exchange, ShownChoice? answer)
    {
        if (answer is not { Destructive: true } || exchange.IsAfterPause) return false;
        Confirm(exchange, answer with { Target = exchange.Input.Text });
        return true;
    }

    private static void Confirm(Exchange exchange, ShownChoice choice) =>
        exchange.Show(ListKind.Which, new ConfirmChoice(choice.Name), choice with { Destructive = false }, Neither);

    /// <summary>While a dialog waits its question comes first: then a push hears only its very words.</summary>
    private static ShownChoice? PushNamed(TalkState state, string text)
    {
        if (state.Pushed is not { } push) return null;
        if (state.Waiting is not null) return Named(push.Choices, text);
        return Choice.Read(text, NamesOf(push.Choices)) is { } index ? push.Choices[index] : null;
    }

    /// <summary>A bare yes or no right behind a push, which nothing else has asked for.</summary>
    private static ShownChoice? PushAnswered(Exchange exchange)
    {
        var isLast = exchange.State is { Waiting: null, Pushed: { Numbered: true } push } && !(push.At <= exchange.BeforeAt);
        return isLast && YesNo.Read(exchange.Input.Text) is { } yes ? exchange.State.Pushed!.Choices.FirstOrDefault(c => c.Says == yes) : null;
    }

    private static ShownChoice? Named(IReadOnlyList<ShownChoice> choices, string text)
    {
        foreach (var choice in choices)
        {
            if (choice.Name.Equals(text, StringComparison.OrdinalIgnoreCase)) return choice;
        }

        return null;
    }

    private static ShownChoice? At(IReadOnlyList<ShownChoice> choices, string text) =>
        Choice.Read(text, choices.Count) is { } index ? choices[index] : null;

    private static string[] NamesOf(IReadOnlyList<ShownChoice> choices) => [.. choices.Select(c => c.Name)];
}

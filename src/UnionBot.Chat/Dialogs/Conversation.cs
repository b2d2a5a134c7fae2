using System.Text.RegularExpressions;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>
/// Leads a talk by one message. Pure: keeps nothing, knows no clock; all it needs comes in, all it decides goes out.
/// As cheap to make as its dialogs, so it may live as long as they do.
/// </summary>
public sealed partial class Conversation
{
    private readonly Vocabulary _vocabulary;
    private readonly ConversationOptions _options;
    private readonly DialogRunner _dialogs;
    private readonly Commands _commands;
    private readonly FreeWords _freeWords;
    private readonly Choices _choices;
    private readonly LateYes _lateYes;

    /// <param name="understanding">Of free words; without it only opening words are understood.</param>
    public Conversation(
        IReadOnlyList<IDialog> dialogs, Vocabulary vocabulary, ConversationOptions? options = null, CurrentUnderstanding? understanding = null)
    {
        (_vocabulary, _options) = (vocabulary, options ?? ConversationOptions.Default);
        _dialogs = new DialogRunner(dialogs, vocabulary, _options);
        _commands = new Commands(vocabulary, _dialogs);
        _freeWords = new FreeWords(understanding, vocabulary, _dialogs, _commands);
        _choices = new Choices(_dialogs, _commands, _freeWords);
        _lateYes = new LateYes(_choices);
    }

    /// <param name="state">As the last answer left it; <see cref="TalkState.Fresh"/> before the first message.</param>
    public async Task<Answer> AdvanceAsync(TalkState state, Input input, CancellationToken ct)
    {
        var isAssurance = IsAssurance(state, input);
        if (!isAssurance && input.Text.Length > 0 && _vocabulary.Crisis.Find(input.Text) is { } kind) return InCrisis(state, input, kind);
        if (input.StaffOwnsTalk)
        {
            return !isAssurance && (CallIn(state, input) ?? _freeWords.SureDangerIn(input)) is { } danger
                ? InCrisis(state, input, danger)
                : new Answer(state with { LastAt = input.At }, [], []);
        }

        var exchange = new Exchange(Recent(state, input.At), input, _options);
        if (isAssurance)
        {
            CrisisAnswer.Thank(exchange);
            return exchange.ToAnswer();
        }

        await LeadAsync(exchange, ct);
        return exchange.ToAnswer();
    }

    /// <summary>Whether words soon after an alarm only say that help is there, or that it was not meant so: 已经打120了, 刚才是气话.</summary>
    private bool IsAssurance(TalkState state, Input input) => FreeWords.IsInCrisisLately(state, input, _options)
        && _vocabulary.Crisis.BesidesAssurance(input.Text) is { } rest
        && _freeWords.DangerIn(rest, input.At) is null;

    /// <summary>A call for help. Where a question or a person waits for an answer, 110 may be one: only words are calls there.</summary>
    private CrisisKind? CallIn(TalkState state, Input input)
    {
        var mayBeAnswer = Choice.IsNumber(input.Text) && (state.Waiting is not null || input.StaffOwnsTalk);
        return mayBeAnswer ? null : _vocabulary.Crisis.FindCall(input.Text);
    }

    /// <summary>Leaves out what is too old. A push may be young while the person was silent for long.</summary>
    private TalkState Recent(TalkState state, DateTimeOffset at)
    {
        if (at - state.LastAt > _options.Forget) state = TalkState.Fresh with { LastAt = state.LastAt, Pushed = state.Pushed };
        return at - state.Pushed?.At > _options.Forget ? state with { Pushed = null } : state;
    }

    private async Task LeadAsync(Exchange exchange, CancellationToken ct)
    {
        if (exchange.Input.Kind is InputKind.Followed or InputKind.Scanned or InputKind.MenuTap)
        {
            await OpenByKeyAsync(exchange, ct);
            return;
        }

        var text = exchange.Input.Text;
        if (CallIn(exchange.State, exchange.Input) is { } call)
        {
            CrisisAnswer.Hear(exchange, call);
            return;
        }

        var control = _vocabulary.Control(text);
        if (await _choices.TryAsync(exchange, control, ct)) return;
        if (await _commands.TryObeyAsync(exchange, control, ct)) return;

        var opening = await _dialogs.ForSpeakerAsync(_vocabulary.ByWords(text) ?? ByWordsWithNumbers(text), exchange.Input, ct);
        exchange.Input = exchange.Input with { NamedDialog = opening?.Dialog, IsThanks = control == ControlWord.Thanks };
        var meaning = opening is null ? _freeWords.Read(exchange.Input) : null;
        if (FreeWords.TryKeepSafe(exchange, meaning)) return;
        exchange.Input = exchange.Input with { IsFreeWish = FreeWords.IsSure(meaning) };

        if (exchange.State.Waiting is { } waiting && await TryWaitingAsync(exchange, waiting, opening, meaning, ct)) return;
        if (opening is not null && await _dialogs.TryOpenAsync(exchange, opening.Dialog, ct)) return;
        if (await _lateYes.TryAsync(exchange, ct)) return;
        if (await _dialogs.TryNumberAsync(exchange, ct)) return;
        if (await _freeWords.TryServeAsync(exchange, meaning, ct)) return;

        Misses.Outside(exchange, _commands);
    }

    /// <summary>Words that take a number take several, too: 收到 2，3. Nearly every message ends with no number and is not looked up again.</summary>
    private Opening? ByWordsWithNumbers(string text) =>
        FurtherNumbers.Match(text) is { Success: true } further ? _vocabulary.ByWords(text[..further.Index]) : null;

    /// <param name="opening">What the words name; null when they name nothing.</param>
    /// <param name="meaning">Of free words; null when they name something.</param>
    /// <returns>False when nothing waits any more, or when the answer was rather another wish.</returns>
    private async Task<bool> TryWaitingAsync(
        Exchange exchange, Bookmark waiting, Opening? opening, Meaning? meaning, CancellationToken ct)
    {
        var other = opening is not null || LateYes.IsIn(exchange) ? OtherMatter.Sure : _freeWords.OtherMatterIn(waiting, meaning);
        if (exchange.IsAfterPause && exchange.Input.IsWords)
        {
            if (other == OtherMatter.Sure && opening?.Dialog != waiting.Dialog) return false;
            if (!IsClear(waiting, exchange.Input.Text, opening, meaning))
            {
                if (_freeWords.IsQuestion(exchange.Input) && await _dialogs.TryQuestionAsync(exchange, onlyIfSure: true, ct)) return true;
                if (_dialogs.TryAskWhetherToGoOn(exchange)) return true;
            }
        }

        exchange.Input = exchange.Input with { IsQuestion = _freeWords.IsQuestion(exchange.Input) };
        return await _dialogs.TryResumeAsync(exchange, other, ct);
    }

    /// <summary>Whether words tell by themselves that they are about what waits, and more of it than its name: nobody need be reminded of its question.</summary>
    private bool IsClear(Bookmark waiting, string text, Opening? opening, Meaning? meaning) => _dialogs.HearsAtAnyTime(waiting, text)
        || (opening is null ? _freeWords.IsSurelyFor(waiting, meaning) : !_vocabulary.IsName(text));

    private async Task OpenByKeyAsync(Exchange exchange, CancellationToken ct)
    {
        var input = exchange.Input;
        if (input.Kind == InputKind.Followed && _options.FollowDialog is { } follow)
        {
            if (await _dialogs.TryOpenAsync(exchange, follow, ct)) return;
        }
        else if (input.Key is { } key)
        {
            if (await _commands.TryObeyAsync(exchange, _vocabulary.Control(key), ct)) return;
            if (await _dialogs.TryOpenAsync(exchange, key, ct)) return;
        }

        _commands.ShowMenu(exchange);
    }

    private Answer InCrisis(TalkState state, Input input, CrisisKind kind)
    {
        var exchange = new Exchange(state, input, _options);
        CrisisAnswer.Help(exchange, kind, _freeWords.Read(input)?.OtherDanger);
        return exchange.ToAnswer();
    }

    [GeneratedRegex(@"(?<=[0-9])([\s,，、;；和跟]+[0-9]+)+[\s。.!！]*$")]
    private static partial Regex FurtherNumbers { get; }
}

using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Dialogs;

/// <summary>Serves what people want in their own words, when neither a dialog waits for them nor they are opening words.</summary>
internal sealed class FreeWords(CurrentUnderstanding? understanding, Vocabulary vocabulary, DialogRunner dialogs, Commands commands)
{
    /// <summary>A waiting question is left for another wish only when that is told as surely as this.</summary>
    private const float SureToInterrupt = 0.8f;

    /// <summary>Soon after an alarm a wish is served when it is told as surely as this: it may be the way on, or the alarm a mistake.</summary>
    private const float LikelyWanted = 0.45f;

    /// <summary>Danger that no phrase of the crisis list tells, while a dialog waits for free words or a person has the talk.</summary>
    private const float SureOfDanger = 0.8f;

    /// <summary>Fewer characters, left over from a message, name no danger.</summary>
    private const int ShortestDanger = 4;

    /// <summary>Whoever means none of the guesses is helped.</summary>
    public static string NoneOfThem { get; } = IntentNames.NameOf(Intent.Help);

    /// <returns>Null when there are no words, or none are understood here.</returns>
    public Meaning? Read(Input input) => understanding is not null && input is { IsWords: true, FullText.Length: > 0 }
        ? understanding.Value.Interpreter.Interpret(input.FullText, input.At)
        : null;

    /// <summary>What is surely at stake, in words of no list; null when nothing is.</summary>
    public CrisisKind? SureDangerIn(Input input) => Read(input) is { Danger: { } danger, Confidence: >= SureOfDanger } ? danger : null;

    /// <summary>What is at stake in a part of a message; null when nothing is, or it is too short to say anything.</summary>
    public CrisisKind? DangerIn(string words, DateTimeOffset at) =>
        words.Length < ShortestDanger ? null : understanding?.Value.Interpreter.Interpret(words, at).Danger;

    public static bool IsInCrisisLately(TalkState state, Input input, ConversationOptions options) =>
        state.CrisisAt is { } at && input.At - at < options.AfterCrisis;

    /// <summary>Soon after words of crisis nobody is shown menus, or asked about services they may not want.</summary>
    public static bool IsInCrisisLately(Exchange exchange) => IsInCrisisLately(exchange.State, exchange.Input, exchange.Options);

    /// <summary>Helps who is in danger in words of no list, and asks whoever may be.</summary>
    /// <returns>False when nothing is feared, or it is too unsure to disturb the question that waits.</returns>
    public static bool TryKeepSafe(Exchange exchange, Meaning? meaning)
    {
        var waits = exchange.State.Waiting is not null;
        if (meaning?.Danger is { } danger)
        {
            if (!waits || meaning.Confidence >= SureOfDanger) CrisisAnswer.Help(exchange, danger, meaning.OtherDanger);
            else CrisisAnswer.Ask(exchange, danger, meaning.OtherDanger);
            return true;
        }

        if (meaning?.MayBeDanger is not { } feared || waits || IsInCrisisLately(exchange)) return false;

        CrisisAnswer.Ask(exchange, feared, meaning.OtherDanger);
        return true;
    }

    /// <summary>Whether it is sure what the words want, be it only a chat.</summary>
    public static bool IsSure(Meaning? meaning) => meaning is { Ask: null, Confidence: >= SureToInterrupt, Intent: not Intent.Unknown };

    /// <summary>How far free words are about something else than the dialog that waits, which reads its answers itself.</summary>
    public OtherMatter OtherMatterIn(Bookmark waiting, Meaning? meaning) =>
        meaning is null ? OtherMatter.None :
        meaning.Ask is var (first, second) ? LikelyOther(waiting, first, second) :
        !IsOther(waiting, meaning.Intent) ? OtherMatter.None :
        IsSure(meaning) ? OtherMatter.Sure :
        OtherMatter.Likely;

    /// <summary>Whether words ask something, as far as that can be told.</summary>
    public bool IsQuestion(Input input) => understanding?.Value.Knowledge.IsQuestion(input.Text) ?? false;

    /// <summary>Of two guesses neither may be for the dialog that waits, and one must be a wish at all.</summary>
    private OtherMatter LikelyOther(Bookmark waiting, Intent first, Intent second) =>
        !IsFor(waiting, first) && !IsFor(waiting, second) && (IsOther(waiting, first) || IsOther(waiting, second))
            ? OtherMatter.Likely
            : OtherMatter.None;

    /// <summary>Whether words surely want the very thing that waits: 历下找个保洁的活，不要夜班.</summary>
    public bool IsSurelyFor(Bookmark waiting, Meaning? meaning) => IsSure(meaning) && IsFor(waiting, meaning!.Intent);

    private bool IsFor(Bookmark waiting, Intent intent) => vocabulary.ByIntent(intent)?.Dialog == waiting.Dialog;

    /// <summary>Another dialog's business, or what is served without one.</summary>
    private bool IsOther(Bookmark waiting, Intent intent) =>
        vocabulary.ByIntent(intent) is { } opening ? opening.Dialog != waiting.Dialog : intent is Intent.HumanAgent or Intent.Hotline;

    /// <returns>False when nothing is understood.</returns>
    public async Task<bool> TryServeAsync(Exchange exchange, Meaning? meaning, CancellationToken ct)
    {
        if (meaning is null) return false;
        if (IsInCrisisLately(exchange) && !IsLikelyWanted(meaning)) return await dialogs.TryQuestionAsync(exchange, onlyIfSure: true, ct);
        if (meaning.Ask is var (first, second))
        {
            return await dialogs.TryQuestionAsync(exchange, onlyIfSure: true, ct)
                || TryAsk(exchange, first, second)
                || await dialogs.TryQuestionAsync(exchange, onlyIfSure: false, ct);
        }

        if (meaning.Further.Count > 0) NoteFurther(exchange, meaning.Further);
        return await TryServeAsync(exchange, meaning.Intent, ct) || await dialogs.TryQuestionAsync(exchange, onlyIfSure: false, ct);
    }

    /// <summary>Whether an intent has a dialog of its own, which reads the words too.</summary>
    public bool HasDialog(Intent intent) => vocabulary.ByIntent(intent) is { } opening && !dialogs.IsQuestionDialog(opening.Dialog);

    /// <summary>Does what an intent wants.</summary>
    /// <returns>False when the intent wants nothing outside of a dialog.</returns>
    public async Task<bool> TryServeAsync(Exchange exchange, Intent intent, CancellationToken ct)
    {
        if (ControlFor(intent) is { } control) return await commands.TryObeyAsync(exchange, control, ct);
        if (intent == Intent.Smalltalk)
            return await dialogs.TryQuestionAsync(exchange, onlyIfSure: true, ct) || await SayAsync(exchange, new SmallTalk(), ct);
        if (vocabulary.WishOf(intent) is not { } wish) return false;
        if (intent == Intent.Hotline) return await SayAsync(exchange, new HotlineNumbers(), ct);

        exchange.Input = exchange.Input with { Intent = intent };
        if (vocabulary.ByIntent(intent) is not { } opening || dialogs.IsQuestionDialog(opening.Dialog))
            return await dialogs.TryQuestionAsync(exchange, onlyIfSure: false, ct) || HandOver(exchange, wish);

        if (opening.AnswersFirst && await dialogs.TryQuestionAsync(exchange, onlyIfSure: true, ct)) return true;

        exchange.Say(new UnderstoodAs(wish.Title));
        return await dialogs.TryOpenAsync(exchange, opening.Dialog, ct);
    }

    /// <summary>What an earlier message wanted besides is offered all the same, unless this one names wishes of its own.</summary>
    private void NoteFurther(Exchange exchange, IReadOnlyList<FurtherWish> further) => exchange.State = exchange.State with
    {
        Further = [.. further.Select(wish => IntentNames.NameOf(wish.Intent))],
        FurtherWords = [.. further.Select(wish => WordsOf(wish, exchange.Input))],
    };

    /// <summary>What was said of a further wish, from the text whose numbers are masked: it is kept until the wish is served.</summary>
    private string WordsOf(FurtherWish wish, Input input) => input.Text == input.FullText
        ? wish.Words
        : understanding!.Value.Interpreter.Interpret(input.Text, input.At).Further.FirstOrDefault(w => w.Intent == wish.Intent)?.Words ?? "";

    private static ControlWord? ControlFor(Intent intent) => intent switch
    {
        Intent.Greet or Intent.Help => ControlWord.Menu,
        Intent.HumanAgent => ControlWord.Human,
        Intent.Back => ControlWord.Back,
        Intent.Cancel => ControlWord.Cancel,
        _ => null,
    };

    /// <summary>Nothing is put aside by it: what waits asks its question once more.</summary>
    private async Task<bool> SayAsync(Exchange exchange, IReply reply, CancellationToken ct)
    {
        exchange.Say(reply);
        exchange.State = exchange.State with { Misses = 0 };
        if (exchange.State.Waiting is { } waiting) await dialogs.AskOnceMoreAsync(exchange, new BackTo(dialogs.TitleOf(waiting.Dialog)), ct, inBrief: true);
        else FurtherWishes.TryOffer(exchange, vocabulary);
        return true;
    }

    private bool HandOver(Exchange exchange, Wish wish)
    {
        Commands.HandOver(exchange, new Effect.HandOver("handover/not-offered"), new NotOffered(wish.Title, wish.Line));
        FurtherWishes.TryOffer(exchange, vocabulary);
        return true;
    }

    private bool TryAsk(Exchange exchange, Intent first, Intent second)
    {
        Wish[] guesses = [.. ((Intent[])[first, second]).Select(vocabulary.WishOf).OfType<Wish>()];
        var misses = exchange.State.Misses + 1;
        if (guesses.Length == 0 || misses >= exchange.Options.MissesBeforePerson) return false;

        exchange.State = exchange.State with { Misses = misses };
        exchange.Show(
            ListKind.Which,
            new WhichWish([.. guesses.Select(g => g.Title)]),
            [
                .. guesses.Select(g => new ShownChoice(g.Title, ChoiceAct.Serve, IntentNames.NameOf(g.Intent))),
                new ShownChoice("", ChoiceAct.Serve, NoneOfThem),
            ]);
        exchange.State = exchange.State with { Shown = exchange.State.Shown! with { About = exchange.Input.Text } };
        return true;
    }

    /// <summary>A person, or a wish that is likely and may not be more danger.</summary>
    private bool IsLikelyWanted(Meaning meaning) => meaning.Intent == Intent.HumanAgent
        || (meaning is { MayBeDanger: null, Confidence: >= LikelyWanted } && vocabulary.WishOf(meaning.Intent) is not null);
}

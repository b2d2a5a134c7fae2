using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.Knowledge;

/// <summary>
/// Answers a question in people's own words: with its entry, with two guesses, or by saying whom to ask. A few words behind an
/// answer (要多久) go on from it. Until its service is there, a wish is answered by its entry, and goes to a person.
/// </summary>
internal sealed class AnswerQuestion(CurrentUnderstanding understanding, IUnansweredWords unanswered, OfferWords words) : IDialog
{
    public const string DialogName = "knowledge/answer";

    private const string LawyerDialog = "legal-aid/book";
    private const string LegalAidTopic = "legal_aid";

    /// <summary>In place of an id: neither guess.</summary>
    private const string NoEntry = "none";

    private const int MostGuesses = 2;

    /// <summary>So few characters may be a question only together with the one before.</summary>
    private const int LongestFollowUp = 10;

    /// <summary>Wishes that are nobody's business, even when they are only guessed.</summary>
    private static readonly HashSet<Intent> Private =
    [
        Intent.LegalQuestion, Intent.BookLegalAid, Intent.RescheduleLegalAid, Intent.CancelLegalAid, Intent.MyBookings, Intent.Complaint,
        Intent.HardshipAid, Intent.StudentAid, Intent.MutualAidClaim, Intent.HumanAgent, Intent.PrivacyDelete,
    ];

    public string Name => DialogName;

    public async Task<Turn> BeginAsync(Input input, CancellationToken ct)
    {
        var turn = Begin(input);
        if (NotUnderstoodIn(input, turn) is { } said && IsForReview(said, input)) await unanswered.KeepAsync(said, input.At, ct);
        return turn;
    }

    public Task<Turn> ResumeAsync(Bookmark bookmark, Input input, CancellationToken ct) =>
        throw new UnknownStepException(Name, bookmark.Step);

    public IReply? Question(Bookmark bookmark) => null;

    /// <summary>Whether the words ask something, rather than wish for it.</summary>
    private bool IsAsked(Input input) => understanding.Value.Knowledge.IsQuestion(input.Text) || words.AskAtEnd(input.Text);

    private Turn Begin(Input input)
    {
        var knowledge = understanding.Value.Knowledge;
        if (input.Key is { } key) return ByKey(knowledge, key, input.Simply);
        if (input.Guessed is not null) return Pass();

        var match = knowledge.Match(input.Text, UnionCalendar.DayOf(input.At));

        // Who wants a lawyer is answered only what they ask of that: 法律援助要钱不.
        if (input is { OnlyIfSure: true, Intent: Intent.BookLegalAid })
            return IsAsked(input) && match is { IsSure: true, Best: { Topic.Name: LegalAidTopic } about } ? Answer(about) : Pass();

        if (!match.IsSure && Before(knowledge, input) is { } before && GoOn(knowledge, before, input) is { } further) return further;

        var sure = match.IsSure ? match.Best : null;
        var served = input.Intent is { } intent ? knowledge.Serving(intent) : null;
        if (served is not null && IsWish(input)) return HandOver(sure ?? served);
        if ((sure ?? (input.OnlyIfSure ? null : served)) is { } entry) return Answer(entry);
        if (input.OnlyIfSure) return Pass();
        if (match.Entries.Count > 0) return Guess([.. match.Entries.Take(MostGuesses)]);
        if (match.Elsewhere is { } elsewhere) return Over(new AskElsewhere(elsewhere.Title, elsewhere.Hotlines));
        return input.Intent == Intent.LegalQuestion ? Over(new AskWhatHappened(words.Lawyer)) with { Offers = [Lawyer(entry: null)], IsPrivate = true, IsAsking = true } : Pass();
    }

    /// <summary>Words that nobody understood, or of which no guess was meant.</summary>
    private static string? NotUnderstoodIn(Input input, Turn turn)
    {
        if (input.Guessed is { } guessed) return input.Key is null || IdIn(input.Key) == NoEntry ? guessed : null;
        return turn.Move is Move.Pass && input is { OnlyIfSure: false, Intent: null } ? input.FullText : null;
    }

    /// <summary>It is nothing that concerns only the person.</summary>
    private bool IsForReview(string words, Input input)
    {
        if (input.IsPrivateTalk) return false;

        var meaning = understanding.Value.Interpreter.Interpret(words, input.At);
        return meaning is { Danger: null, MayBeDanger: null }
            && !Private.Contains(meaning.Intent)
            && !(meaning.Ask is var (first, second) && (Private.Contains(first) || Private.Contains(second)));
    }

    /// <summary>The entry that was said before, when these words may go on from it.</summary>
    private static KnowledgeEntry? Before(KnowledgeBook knowledge, Input input) =>
        input.Text.Length <= LongestFollowUp && knowledge.IsQuestion(input.Text) && input.Offered is [var key]
            ? knowledge.Find(IdIn(key))
            : null;

    /// <returns>Null when the words name a matter of their own.</returns>
    private Turn? GoOn(KnowledgeBook knowledge, KnowledgeEntry before, Input input)
    {
        var together = knowledge.Match(before.Title + input.Text, UnionCalendar.DayOf(input.At));
        if (together is { IsSure: true, Best: { } entry } && entry != before) return Answer(entry);

        return !words.IsFurther(input.Text)
            ? null
            : Over(new SaidAll(before.Title, before.Topic.IsLegal, words.For(before))) with { Offers = [OfferOf(before)], IsPrivate = before.Topic.IsPrivate };
    }

    /// <summary>我要报名 wishes; 怎么报名 asks, and one of two guesses chosen by its number says neither.</summary>
    private bool IsWish(Input input) =>
        input.Text.Length > 0 && !IsAsked(input) && (IsToldAsWish(input.Intent) || words.Wish(input.Text));

    /// <summary>Who tells what is wrong, or that they cannot come, wants something done about it.</summary>
    private static bool IsToldAsWish(Intent? intent) => intent is Intent.Complaint or Intent.ReportHazard or Intent.HardshipAid
        or Intent.UnsubscribeNotices or Intent.UnsubscribeVacancies;

    /// <summary>A guess was chosen, or none of them.</summary>
    private Turn ByKey(KnowledgeBook knowledge, string key, bool simply) => knowledge.Find(IdIn(key)) is not { } entry
        ? Over(new AskOtherwise())
        : simply ? InShort(entry) : Answer(entry);

    /// <summary>更多 behind the point of an answer wants the whole of it.</summary>
    private Turn InShort(KnowledgeEntry entry) =>
        Offering(entry, new ShowShortAnswer(entry.InShort, entry.Topic.IsLegal, words.For(entry))) with { Rest = entry.Answer };

    private Turn Answer(KnowledgeEntry entry)
    {
        var answer = ShowAnswer.Of(entry, words);
        return Offering(entry, answer) with { Rest = answer.Rest };
    }

    private Turn Offering(KnowledgeEntry entry, IReply answer) => Over(answer) with
    {
        Offers = [OfferOf(entry)],
        IsPrivate = entry.Topic.IsPrivate,
        SaidAgainBy = KeyOf(entry),
    };

    private PushChoice OfferOf(KnowledgeEntry entry) =>
        entry.Topic.IsLegal ? Lawyer(entry) : new PushChoice(words.Help, $"{AskForHelp.DialogName}:{entry.Id}");

    /// <summary>Of another service, by its stored name; what the answer is about goes with it.</summary>
    private PushChoice Lawyer(KnowledgeEntry? entry) => new(words.Lawyer, $"{LawyerDialog}:{entry?.Id}");

    private Turn HandOver(KnowledgeEntry entry)
    {
        var answer = ShowAnswer.Of(entry, words) with { IsHandedOver = true };
        return Over(answer) with { Effects = [AskForHelp.With(entry)], Rest = answer.Rest, SaidAgainBy = KeyOf(entry) };
    }

    private Turn Guess(IReadOnlyList<KnowledgeEntry> guesses)
    {
        var choices = guesses.Select(e => new PushChoice(e.Title, KeyOf(e)));
        return Over(new OfferGuesses([.. guesses.Select(e => e.Title), words.None])) with
        {
            Offers = [.. choices, new PushChoice(words.None, $"{DialogName}:{NoEntry}")],
            IsGuess = true,
            IsPrivate = guesses.Any(e => e.Topic.IsPrivate),
        };
    }

    private static string KeyOf(KnowledgeEntry entry) => $"{DialogName}:{entry.Id}";

    private static string IdIn(string key) => key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static Turn Over(IReply reply) => new(new Move.Over(), [reply]);

    private static Turn Pass() => new(new Move.Pass(), []);
}

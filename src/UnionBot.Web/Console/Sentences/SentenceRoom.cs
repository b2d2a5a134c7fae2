using UnionBot.Chat.Understanding;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.People;
using UnionBot.Services.Knowledge.Review;
using UnionBot.Web.Console.Cases;
using UnionBot.Web.Console.Shared;

namespace UnionBot.Web.Console.Sentences;

/// <summary>The page, with what it needs.</summary>
internal sealed class SentenceRoom(
    ConsoleVisit visit, StaffRights rights, KnowledgeReview review, CurrentUnderstanding understanding, Vocabulary vocabulary, CaseFiles cases)
{
    /// <param name="notice">What became of a form just now; null when none was sent.</param>
    public async Task<IResult> ShowAsync(string? notice, CancellationToken ct)
    {
        var sentences = await review.ListAsync(visit.Known.Staff, ct);
        var scope = await rights.ScopeAsync(visit.Known.Staff, CaseEndpoints.Readers.Roles.ToArray(), ct);
        return ConsolePages.Show<SentencePage>(
            (nameof(SentencePage.Groups), Groups(sentences)),
            (nameof(SentencePage.Wishes), Wishes()),
            (nameof(SentencePage.Answers), Answers()),
            (nameof(SentencePage.Talks), await cases.ListAsync(Case.Misunderstood, scope, visit.Known.Staff, ct)),
            (nameof(SentencePage.Notice), notice));
    }

    /// <summary>Those of which the bot thinks the same, the group that was said most often first.</summary>
    private IReadOnlyList<SentenceGroup> Groups(IReadOnlyList<ListedSentence> sentences) =>
    [
        .. sentences.GroupBy(NearestOf).Select(g => new SentenceGroup(g.Key, [.. g])).OrderByDescending(g => g.Sentences.Sum(s => s.Times)),
    ];

    /// <returns>"" when nothing comes near.</returns>
    private string NearestOf(ListedSentence sentence)
    {
        var words = TextNormaliser.Normalise(sentence.Text);
        var match = understanding.Value.Knowledge.Match(words, UnionCalendar.DayOf(sentence.SeenAt));
        return match.Elsewhere?.Title ?? match.Best?.Title
            ?? vocabulary.TitleOf(understanding.Value.Interpreter.Interpret(words, sentence.SeenAt).Intent) ?? "";
    }

    private IReadOnlyList<TeachTarget> Wishes() =>
    [
        .. from intent in Enum.GetValues<Intent>()
           let title = vocabulary.TitleOf(intent)
           where title is not null
           select new TeachTarget($"intent/{IntentNames.NameOf(intent)}", title),
    ];

    private IReadOnlyList<TeachTarget> Answers() =>
        [.. understanding.Value.Knowledge.Entries.OrderBy(e => e.Title, StringComparer.Ordinal).Select(e => new TeachTarget($"answer/{e.Id}", e.Title))];
}

/// <summary>Sentences of which the bot thinks the same.</summary>
/// <param name="Nearest">What comes nearest, in words; "" when nothing does.</param>
public sealed record SentenceGroup(string Nearest, IReadOnlyList<ListedSentence> Sentences);

/// <param name="Name">As the knowledge review takes it: <c>intent/find_vacancy</c>.</param>
public sealed record TeachTarget(string Name, string Title);

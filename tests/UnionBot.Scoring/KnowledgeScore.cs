using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Scoring;

/// <summary>How well questions find their entries.</summary>
public sealed class KnowledgeScore
{
    private readonly List<(KnowledgeQuestion Question, KnowledgeMatch Match)> _lines;

    private KnowledgeScore(List<(KnowledgeQuestion Question, KnowledgeMatch Match)> lines) => _lines = lines;

    /// <summary>Of the questions that an entry answers: the first found is a right one.</summary>
    public double Top1 => Share(Answered, l => IsRight(l.Question, l.Match.Best));

    public double Top3 => Share(Answered, l => l.Match.Entries.Any(e => IsRight(l.Question, e)));

    /// <summary>Of the questions that nothing answers: nothing is found.</summary>
    public double Rejected => Share(Unanswered, l => l.Match.Best is null);

    /// <summary>Of all: a wrong entry is said without asking.</summary>
    public double WrongAndSure => Share(_lines, l => l.Match.IsSure && !IsRight(l.Question, l.Match.Best));

    public int Lines => _lines.Count;

    public IEnumerable<string> Errors => _lines
        .Where(l => l.Question.Answers.Count == 0 ? l.Match.Best is not null : !IsRight(l.Question, l.Match.Best))
        .Select(l => $"{Wanted(l.Question)} → {l.Match.Best?.Id ?? "null"}{(l.Match.IsSure ? " sure" : "")} {l.Question.Text}");

    private IEnumerable<(KnowledgeQuestion Question, KnowledgeMatch Match)> Answered => _lines.Where(l => l.Question.Answers.Count > 0);

    private IEnumerable<(KnowledgeQuestion Question, KnowledgeMatch Match)> Unanswered => _lines.Where(l => l.Question.Answers.Count == 0);

    public static KnowledgeScore Of(IReadOnlyList<KnowledgeQuestion> questions, KnowledgeBook book, DateOnly today) =>
        new([.. questions.Select(q => (q, book.Match(TextNormaliser.Normalise(q.Text), today)))]);

    private static bool IsRight(KnowledgeQuestion question, KnowledgeEntry? entry) =>
        entry is not null && question.Answers.Contains(entry.Id);

    private static string Wanted(KnowledgeQuestion question) =>
        question.Answers.Count == 0 ? "null" : string.Join('|', question.Answers);

    private static double Share<T>(IEnumerable<T> lines, Func<T, bool> isSo) =>
        lines.Select(line => isSo(line) ? 1.0 : 0.0).DefaultIfEmpty(1).Average();
}

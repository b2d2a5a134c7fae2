namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>Reads how a visit ended, by the words for it alone; what was given and who signed is judged by <see cref="VisitReader"/>.</summary>
internal sealed class OutcomeReader(VisitWords words)
{
    private const int LongestReason = 40;

    /// <summary>How far before the words of a death the person may stand who died: 老伴去年去世.</summary>
    private const int FarthestKin = 4;

    private static readonly ToldOutcome[] OfAPerson = [ToldOutcome.Deceased, ToldOutcome.NotHome];

    /// <summary>Every outcome that is told; the order of the enumeration is no order of weight.</summary>
    public IReadOnlySet<ToldOutcome> Read(string text)
    {
        var told = new HashSet<ToldOutcome>();
        foreach (var clause in Clauses.Of(text).Select(c => Without(words.NotOutcomes, c)))
        {
            foreach (var (outcome, label) in words.Outcomes)
            {
                if (Places(label, clause).Any(at => !words.IsDenied(clause, at) && !(OfAPerson.Contains(outcome) && IsOfKin(clause, at)))) told.Add(outcome);
            }
        }

        return told;
    }

    /// <summary>Whether somebody of the household died, other than the one who is visited.</summary>
    public bool IsBereaved(string text) => Clauses.Of(text).Select(c => Without(words.NotOutcomes, c)).Any(clause =>
        words.Outcomes.Where(o => o.Outcome is ToldOutcome.Deceased).Any(o => Places(o.Words, clause).Any(at => !words.IsDenied(clause, at) && IsOfKin(clause, at))));

    /// <summary>走了: whether nobody can tell if they died or went away.</summary>
    public bool IsDeadOrAway(string text) =>
        Clauses.Of(text).Select(c => Without(words.Away, c)).Any(c => words.DeadOrAway.Find(c) is var (start, _) && !words.IsDenied(c, start) && !IsOfKin(c, start));

    public RefusalReason? ReasonOf(string text)
    {
        if (words.Refusals.FirstOrDefault(r => r.Words.IsIn(text)) is { } known) return new RefusalReason(known.Label, null);
        foreach (var clause in Clauses.Of(text))
        {
            if (words.Find(VisitCue.Because, clause) is not var (start, end) || words.IsDenied(clause, start)) continue;

            var said = Without(words.Outcomes.First(o => o.Outcome is ToldOutcome.Refused).Words.Plain, clause[end..]).Trim('他', '她', '是', '的', '了', ' ', ':');
            if (said.Length > 1) return new RefusalReason(null, said[..Math.Min(said.Length, LongestReason)]);
        }

        return null;
    }

    private static IEnumerable<int> Places(LabelledWords label, string clause)
    {
        for (var at = 0; at < clause.Length && label.Words.Find(clause[at..]) is var (start, end); at += end) yield return at + start;
    }

    private bool IsOfKin(string clause, int at)
    {
        var (relation, _, end) = words.RelationsIn(clause[..at]).LastOrDefault();
        return relation is { Code: not Signer.Self and not "community" and not "workplace" and not "neighbour" }
            && at - end <= FarthestKin && !clause[end..at].Any(c => "说讲道告他她人老大师".Contains(c, StringComparison.Ordinal));
    }

    private static string Without(IEnumerable<string> phrases, string text) => phrases.Aggregate(text, (t, phrase) => t.Replace(phrase, "", StringComparison.Ordinal));
}

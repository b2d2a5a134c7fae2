namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>Reads who signed or took it: 媳妇签的, 代领(配偶), 邻居代收, 东西放社区了.</summary>
internal sealed class SignerReader(VisitWords words)
{
    /// <summary>How far behind 代领 the person may stand: 代领人是他儿子.</summary>
    private const int Behind = 6;

    /// <returns>Null when nobody is said to have signed or taken it.</returns>
    public Signer? Read(string text)
    {
        foreach (var clause in Clauses.Of(text))
        {
            if (Of(clause) is { } signer) return signer;
        }

        return null;
    }

    /// <summary>False when it was said that nobody signed, true when somebody did, null when nothing was said.</summary>
    public bool? IsSigned(string text) =>
        words.Has(VisitCue.NotSigned, text) ? false : Signings(text).Any() ? true : null;

    private IEnumerable<(int Start, int End)> Signings(string clause) => words.FindAll(VisitCue.Signed, clause)
        .Where(s => !words.IsDenied(clause, s.Start) && !words.FindAll(VisitCue.NotSigning, clause).Any(n => n.Start <= s.Start + 1 && n.End >= s.End));

    private Signer? Of(string clause)
    {
        foreach (var (start, end) in words.FindAll(VisitCue.TookFor, clause))
        {
            if (words.IsDenied(clause, start)) continue;

            return new Signer(Before(clause[..start]) ?? words.RelationsIn(clause[end..Math.Min(clause.Length, end + Behind)]).Select(r => r.Relation).FirstOrDefault());
        }

        foreach (var (start, _) in Signings(clause).Concat(words.FindAll(VisitCue.Took, clause)))
        {
            if (!words.IsDenied(clause, start) && Before(clause[..start]) is { } relation) return new Signer(relation);
        }

        foreach (var (_, end) in words.FindAll(VisitCue.HandedTo, clause))
        {
            var (relation, at, stop) = words.RelationsIn(clause[end..]).FirstOrDefault();
            if (relation is { Code: not Signer.Self } && (at == 0 || clause[end..(end + at)] is "了" or "他" or "她" or "他家" or "给") && IsHandedOver(clause[(end + stop)..])) return new Signer(relation);
        }

        return null;
    }

    /// <summary>Handed to somebody, rather than asking them something: 交给邻居了, but not 让儿子考大学.</summary>
    private bool IsHandedOver(string rest) =>
        rest.Length == 0 || rest[0] is '了' or '那' or '家' or '保' or '手' or '转' || words.Find(VisitCue.Took, rest) is (0, _) || words.Find(VisitCue.Signed, rest) is ( <= 1, _);

    private VisitLabel? Before(string text) => words.RelationsIn(text).LastOrDefault() is { Relation: { } relation } ? relation : null;
}

using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>Tells several wishes of one message apart, and leaves out what is denied (不是取消，是想换) or taken back (不对).</summary>
internal sealed class WishReader(IntentReader intents, ClauseReader clauses)
{
    /// <summary>A part of a message is a wish of its own when it is told as surely as this.</summary>
    private const float OwnWish = 0.8f;

    /// <summary>Behind 另外 or 顺便 less is enough.</summary>
    private const float AnnouncedWish = 0.4f;

    /// <summary>Whoever has announced one further wish may well have another.</summary>
    private const float BesideAnnounced = 0.6f;

    public Wishes Read(PlainText plain)
    {
        var kept = clauses.WithoutDenied(plain);
        var (first, second) = intents.Read(kept.Text);
        if (first.Share == 1) return new Wishes(kept, first, second, []);

        var announced = Tell(Apart(clauses.SplitAtFurther(kept), leastParts: 2, BesideAnnounced), AnnouncedWish);
        if (announced.Count > 1) return Several(kept, announced, second);

        var parts = Tell(Apart(ClauseReader.Split(kept), leastParts: 1, OwnWish), OwnWish);
        var own = parts.Count > 1 && parts.Exists(p => p.Share.Intent == first.Intent) && !IsStory(parts) ? parts : [];
        return own.Count > 1 ? Several(kept, own, second) : new Wishes(kept, first, second, []);
    }

    /// <summary>Takes clauses apart in which several wishes stand without a mark between them: 查下会费|再找个活.</summary>
    /// <param name="least">How surely both sides of a cut must be told.</param>
    private List<PlainText> Apart(IReadOnlyList<PlainText> clausesOfText, int leastParts, float least) =>
        clausesOfText.Count < leastParts ? [] : [.. clausesOfText.SelectMany(clause => Apart(clause, least))];

    private List<PlainText> Apart(PlainText clause, float least)
    {
        var parts = new List<PlainText>();
        var start = 0;
        foreach (var cut in clauses.StartsOfActs(clause.Text))
        {
            if (OwnWishOf(clause.Part(start, cut), least) is not { } one) continue;
            if (OwnWishOf(clause.Part(cut, clause.Text.Length), least) is not { } other || one == other) continue;

            parts.Add(clause.Part(start, cut));
            start = cut;
        }

        parts.Add(clause.Part(start, clause.Text.Length));
        return parts;
    }

    /// <summary>What a part surely wishes for; null when it does not say that something is to be done.</summary>
    private Intent? OwnWishOf(PlainText part, float least)
    {
        if (!clauses.HasAct(part.Text)) return null;

        var (best, _) = intents.Read(part.Text);
        return best.Share >= least && IsWish(best.Intent) ? best.Intent : null;
    }

    private List<Told> Tell(List<PlainText> parts, float least)
    {
        var told = new List<Told>();
        if (parts.Count < 2) return told;

        foreach (var part in parts)
        {
            var (best, _) = intents.Read(part.Text);
            if (best.Share >= least && IsWish(best.Intent) && !told.Exists(t => t.Share.Intent == best.Intent)) told.Add(new Told(best, part));
        }

        return told;
    }

    private static Wishes Several(PlainText kept, List<Told> told, IntentShare second) => new(
        kept, told[0].Share, second, [.. told.Skip(1).Select(t => new FurtherWish(t.Share.Intent, t.Part.Said(0, t.Part.Text.Length)))]);

    /// <summary>Who tells what the boss did and then asks for a lawyer has one wish.</summary>
    private static bool IsStory(List<Told> told) => told[0].Share.Intent is Intent.LegalQuestion or Intent.FindVacancy
        ? told[1].Share.Intent is Intent.BookLegalAid or Intent.HumanAgent or Intent.Complaint or Intent.HardshipAid or Intent.LegalQuestion
        : told[0].Share.Intent is Intent.Complaint or Intent.HumanAgent;

    /// <summary>Courtesy and single words of a dialog are no wishes beside another.</summary>
    private static bool IsWish(Intent intent) => intent is not (Intent.Greet or Intent.Yes or Intent.No or Intent.Back
        or Intent.Cancel or Intent.Smalltalk or Intent.Unknown or Intent.Help);

    /// <summary>A part of a message that tells a wish.</summary>
    private readonly record struct Told(IntentShare Share, PlainText Part);
}

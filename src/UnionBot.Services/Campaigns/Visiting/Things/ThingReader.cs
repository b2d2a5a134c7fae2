using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Services.Campaigns.Visiting.Things;

/// <summary>Reads what was given, against the kit of a campaign.</summary>
internal sealed class ThingReader(ThingWords words)
{
    /// <param name="text">Normalised, in lower case.</param>
    /// <param name="taken">What belongs to days, times and households: no numbers of things are in it.</param>
    public ThingFindings Read(string text, IReadOnlyList<KitItem> kit, IReadOnlyList<TextSpan> taken)
    {
        var deeds = new ThingDeeds();
        var (clause, round) = (new List<ThingToken>(), 0);
        foreach (var token in new ThingScanner(words, kit).Scan(text, taken).Append(new EndToken()))
        {
            if (token is not (EndToken or WordToken { Word: ThingWord.Correct }))
            {
                clause.Add(token);
                continue;
            }

            // 不是三袋是两袋 corrects, too.
            if (clause.Exists(t => t is WordToken { Word: ThingWord.Denied })) round++;
            deeds.Take(ClauseThings.Of(clause, round));
            clause.Clear();
            if (token is WordToken) round++;
        }

        return new ThingLedger(words, kit).Sum(deeds);
    }
}

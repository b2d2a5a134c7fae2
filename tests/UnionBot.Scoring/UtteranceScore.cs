using UnionBot.Chat.Understanding;

namespace UnionBot.Scoring;

/// <summary>How well a set of sentences is understood.</summary>
public sealed class UtteranceScore
{
    private static readonly DateTimeOffset UsualNow = new(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly List<(Utterance Wanted, Meaning Got)> _lines = [];

    private UtteranceScore(IEnumerable<(Utterance Wanted, Meaning Got)> lines) => _lines.AddRange(lines);

    public static UtteranceScore Of(IEnumerable<Utterance> set, Interpreter interpreter) => new(
        set.Select(line => (line, interpreter.Interpret(TextNormaliser.Normalise(line.Text), line.Now ?? UsualNow))));

    public static UtteranceScore Of(IEnumerable<(Utterance Wanted, Meaning Got)> lines) => new(lines);

    public int Lines => _lines.Count;

    public double Accuracy => Share(_lines, IsRight);

    /// <summary>Of all lines: told wrongly without asking.</summary>
    public double WrongAndConfident => Share(_lines, l => !IsRight(l) && l.Got.AskBetween is null);

    public double AskedBack => Share(_lines, l => l.Got.AskBetween is not null);

    /// <summary>Of those asked back: one of the two guesses is right.</summary>
    public double RightAmongGuesses => Share(
        [.. _lines.Where(l => l.Got.AskBetween is not null)],
        l => IntentNames.NameOf(l.Got.AskBetween!.Value.First) == l.Wanted.Intent || IntentNames.NameOf(l.Got.AskBetween.Value.Second) == l.Wanted.Intent);

    /// <summary>Of the lines outside of the service: not taken for a wish that is acted upon.</summary>
    public double RejectedUnknowns => Share(
        [.. _lines.Where(l => l.Wanted.Intent == "unknown")], l => l.Got.Intent == Intent.Unknown || l.Got.AskBetween is not null);

    public double AlsoRight => Share(
        [.. _lines.Where(l => l.Wanted.Also.Count > 0)], l => l.Wanted.Also.SequenceEqual(l.Got.Also.Select(IntentNames.NameOf)));

    public int AlsoInvented => _lines.Count(l => l.Wanted.Also.Count == 0 && l.Got.Also.Count > 0);

    public DangerScore Danger => DangerScore.Of(_lines);

    public IEnumerable<(Utterance Wanted, Meaning Got)> Wrong => _lines.Where(l => !IsRight(l));

    public IEnumerable<(Utterance Wanted, Meaning Got)> All => _lines;

    public IEnumerable<(string Intent, int Right, int Of)> ByIntent() => _lines
        .GroupBy(l => l.Wanted.Intent)
        .Select(g => (g.Key, g.Count(IsRight), g.Count()))
        .OrderBy(s => (double)s.Item2 / s.Item3);

    public IEnumerable<(string Confusion, int Count)> Confusions() => Wrong
        .GroupBy(l => $"{l.Wanted.Intent} → {IntentNames.NameOf(l.Got.Intent)}")
        .Select(g => (g.Key, g.Count()))
        .OrderByDescending(c => c.Item2);

    public SlotScore Slots() => SlotScore.Of(_lines);

    private static bool IsRight((Utterance Wanted, Meaning Got) line) => IntentNames.NameOf(line.Got.Intent) == line.Wanted.Intent;

    private static double Share(List<(Utterance Wanted, Meaning Got)> lines, Func<(Utterance Wanted, Meaning Got), bool> isSo) =>
        lines.Count == 0 ? 1 : (double)lines.Count(isSo) / lines.Count;
}

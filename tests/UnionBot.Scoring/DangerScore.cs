using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;

namespace UnionBot.Scoring;

/// <summary>How well danger to a life is heard in a set of sentences.</summary>
/// <param name="Lines">Lines in danger.</param>
/// <param name="Called">At once told as the right kind: the numbers to call are given and a person is called.</param>
/// <param name="NamesBoth">Told as a crisis where it is an emergency or the reverse, in an answer that names the help for both.</param>
/// <param name="OtherKind">The same, in an answer that names the help for the wrong one only.</param>
/// <param name="Asked">Asked at once whether somebody is in danger, with the numbers to call.</param>
/// <param name="Unheard">Taken for something else.</param>
/// <param name="Invented">Lines out of danger for which a person is called.</param>
/// <param name="AskedInVain">Lines out of danger that are asked about.</param>
public sealed record DangerScore(int Lines, int Called, int NamesBoth, int OtherKind, int Asked, int Unheard, int Invented, int AskedInVain)
{
    public static DangerScore Of(IReadOnlyList<(Utterance Wanted, Meaning Got)> lines)
    {
        var inDanger = lines.Where(l => IsInDanger(l.Wanted)).ToLookup(l => HeardOf(l.Wanted, l.Got));
        var harmless = lines.Where(l => !IsInDanger(l.Wanted)).ToArray();
        return new DangerScore(
            inDanger.Sum(heard => heard.Count()),
            inDanger[Heard.Called].Count(),
            inDanger[Heard.NamesBoth].Count(),
            inDanger[Heard.OtherKind].Count(),
            inDanger[Heard.Asked].Count(),
            inDanger[Heard.Not].Count(),
            harmless.Count(l => l.Got.Danger is not null),
            harmless.Count(l => IsAskedInVain(l.Wanted, l.Got)));
    }

    /// <summary>Told as something else, or only asked about.</summary>
    public int NotCalled => Lines - Called;

    public override string ToString() =>
        $"{Lines}: called {Called}, asked {Asked}, not heard {Unheard}, of the other kind {OtherKind} and {NamesBoth} with both named; "
        + $"in vain called {Invented}, asked {AskedInVain}";

    public static bool IsInDanger(Utterance line) => UrgencyOf(line) is not null;

    /// <summary>Whether a line in danger is passed over, or answered with the wrong help.</summary>
    public static bool IsMissed(Utterance wanted, Meaning got) => HeardOf(wanted, got) is Heard.Not or Heard.OtherKind;

    /// <summary>Whether a line that is in no danger is asked about it.</summary>
    public static bool IsAskedInVain(Utterance wanted, Meaning got) => !IsInDanger(wanted) && got is { Danger: null, MayBeDanger: not null };

    private static Heard HeardOf(Utterance wanted, Meaning got) =>
        got.Danger is null ? got.MayBeDanger is null ? Heard.Not : Heard.Asked :
        got.Slots.Text(SlotNames.Urgency) == UrgencyOf(wanted) ? Heard.Called :
        got.OtherDanger is null ? Heard.OtherKind :
        Heard.NamesBoth;

    private static string? UrgencyOf(Utterance line) =>
        line.Slots.TryGetValue(SlotNames.Urgency, out var urgency) && urgency.GetString() is "crisis" or "emergency" ? urgency.GetString() : null;

    private enum Heard
    {
        Not,
        Asked,
        Called,
        OtherKind,
        NamesBoth,
    }
}

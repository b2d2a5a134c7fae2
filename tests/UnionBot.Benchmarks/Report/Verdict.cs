using System.Globalization;

namespace UnionBot.Benchmarks.Report;

/// <summary>A measured value beside its goal.</summary>
/// <param name="AtLeast">Whether the goal is a floor; otherwise it is a ceiling.</param>
internal sealed record Verdict(string What, double Value, string Unit, double Goal, bool AtLeast)
{
    public bool IsMet => AtLeast ? Value >= Goal : Value < Goal;

    public static Verdict Ratio(string what, double value, double goal) => new(what, value, "×", goal, AtLeast: true);

    public static Verdict Below(string what, double value, string unit, double goal) => new(what, value, unit, goal, AtLeast: false);

    public static Verdict None(string what, int count) => new(what, count, "", 1, AtLeast: false);

    public static void Print(IEnumerable<Verdict> verdicts)
    {
        var table = new Table("", "measured", "goal", "");
        foreach (var verdict in verdicts)
        {
            table.Add(
                verdict.What,
                $"{verdict.Value.ToString("0.##", CultureInfo.InvariantCulture)} {verdict.Unit}",
                $"{(verdict.AtLeast ? "≥" : "<")} {verdict.Goal.ToString("0.##", CultureInfo.InvariantCulture)} {verdict.Unit}",
                verdict.IsMet ? "met" : "MISSED");
        }

        table.Print();
    }
}

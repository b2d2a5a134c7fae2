using System.Globalization;
using UnionBot.Benchmarks.Contests;

namespace UnionBot.Benchmarks.Report;

/// <summary>The figures of contenders or loads, as medians over their rounds; errors are summed.</summary>
internal static class RoundTable
{
    public static void Print(params IReadOnlyList<(string Name, IReadOnlyCollection<Round> Rounds)> rows)
    {
        var table = new Table(
            "", "messages/s", "p50 ms", "p99 ms", "slowest ms", "errors",
            "server CPU", "database CPU", "generator CPU", "other CPU", "RSS MB");
        foreach (var (name, rounds) in rows) table.Add(CellsOf(name, rounds));
        table.Print();
    }

    private static string[] CellsOf(string name, IReadOnlyCollection<Round> rounds) =>
    [
        name,
        Median.Of(rounds.Select(r => r.PerSecond)).ToString("N0", CultureInfo.InvariantCulture),
        Milliseconds(rounds.Select(r => r.Median)),
        Milliseconds(rounds.Select(r => r.P99)),
        Milliseconds(rounds.Select(r => r.Slowest)),
        rounds.Sum(r => r.Errors).ToString("N0", CultureInfo.InvariantCulture),
        Optional(rounds.Select(r => r.ServerCpu), "P0"),
        Optional(rounds.Select(r => r.DatabaseCpu), "P0"),
        Optional(rounds.Select(r => r.GeneratorCpu), "P0"),
        Optional(rounds.Select(r => r.OtherCpu), "P0"),
        Optional(rounds.Select(r => r.Megabytes), "N0"),
    ];

    private static string Milliseconds(IEnumerable<TimeSpan> times) =>
        Median.Of(times).TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture);

    private static string Optional(IEnumerable<double?> values, string format) =>
        Median.Of(values)?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}

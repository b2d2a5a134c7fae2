using System.CommandLine;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Parts;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks;

/// <summary>The command line.</summary>
internal static class BenchCommand
{
    private static readonly Argument<string[]> Names = new("parts")
    {
        Description = $"What to measure: {PartCatalog.Everything}, or " +
            string.Join("; ", PartCatalog.All.Select(part => $"{part.Name} ({part.Summary})")),
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "How often the sides of a comparison take turns; the median counts",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<int> Connections = new("--connections")
    {
        Description = "Requests under way at once",
        DefaultValueFactory = _ => 64,
    };

    private static readonly Option<double> WarmUp = new("--warm-up")
    {
        Description = "Seconds before each measurement",
        DefaultValueFactory = _ => 3,
    };

    private static readonly Option<double> Window = new("--seconds")
    {
        Description = "Seconds of each measurement",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<int> Minutes = new("--minutes")
    {
        Description = "Minutes of the memory part",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<string?> Data = new("--data")
    {
        Description = "A folder in which the prepared database is kept for the next run; default a temporary one",
    };

    public static RootCommand New()
    {
        Names.AcceptOnlyFromAmong([PartCatalog.Everything, .. PartCatalog.All.Select(part => part.Name)]);
        var command = new RootCommand("Measures the bot side by side with its peers; only the ratios of one run count.")
        {
            Names, Rounds, Connections, WarmUp, Window, Minutes, Data,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken ct)
    {
        var names = line.GetValue(Names)!;
        using var workspace = new Workspace(line.GetValue(Data));
        await using var bench = new Bench(
            new BenchOptions(
                line.GetValue(Rounds),
                line.GetValue(Connections),
                TimeSpan.FromSeconds(line.GetValue(WarmUp)),
                TimeSpan.FromSeconds(line.GetValue(Window)),
                line.GetValue(Minutes)),
            workspace);

        var verdicts = new List<Verdict>();
        foreach (var part in PartCatalog.All.Where(part => names.Contains(part.Name) || names.Contains(PartCatalog.Everything)))
        {
            Console.WriteLine($"{part.Name}: {part.Summary}");
            verdicts.AddRange(await part.RunAsync(bench, ct));
            Console.WriteLine();
        }

        Verdict.Print(verdicts);
        return 0;
    }
}

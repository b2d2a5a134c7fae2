using System.Diagnostics;
using UnionBot.Benchmarks.Bot;
using UnionBot.Benchmarks.Platform;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>From the start of the process, which starts its own PostgreSQL, to the first answer.</summary>
internal sealed class StartPart : IPart
{
    private const double Goal = 5;

    public string Name => "start";

    public string Summary => "the bot with a private server, from start to first answer on an initialised machine";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var settings = new Dictionary<string, string?> { ["Data__Directory"] = Path.Combine(bench.Workspace.Data, "start") };
        var first = await MeasureAsync(bench, settings, ct);
        Console.WriteLine($"  first start, which makes the database: {first.TotalSeconds:F2} s");

        var starts = new List<TimeSpan>();
        for (var i = 0; i < bench.Options.Rounds; i++)
        {
            starts.Add(await MeasureAsync(bench, settings, ct));
            Console.WriteLine($"  start {i + 1}: {starts[i].TotalSeconds:F2} s");
        }

        return [Verdict.Below("start to first answer", Median.Of(starts).TotalSeconds, "s", Goal)];
    }

    private static async Task<TimeSpan> MeasureAsync(Bench bench, Dictionary<string, string?> settings, CancellationToken ct)
    {
        var message = await bench.WriteMessagesAsync(1, Utterance.ByAnyone("菜单"), ct);
        var start = Stopwatch.GetTimestamp();
        await using var bot = BotServer.Launch(bench.Workspace, settings);
        await FirstAnswer.WaitAsync(bot.Address, message[0], ct);
        var elapsed = Stopwatch.GetElapsedTime(start);
        await bot.StopAsync(ct);
        return elapsed;
    }
}

using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Platform;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>Signed messages beside ten times as many that anybody could send.</summary>
internal sealed class FloodPart : IPart
{
    private const int GoodPerSecond = 500;
    private const int BadPerSecond = 5000;
    private const double Goal = 1000;

    public string Name => "flood";

    public string Summary => "500 good messages/s beside 5,000 bad ones/s: unsigned, wrongly signed, oversized";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var bot = await bench.StartBotAsync(ct);
        await BadMessageFile.WriteAsync(bench.Workspace.MessageFile, BadPerSecond, ct);
        var bad = await RequestFile.ReadAsync(bench.Workspace.MessageFile, ct);
        var plan = bench.ConstantLoad(GoodPerSecond);
        var good = await bench.WriteMessagesAsync(Bench.MessagesFor(GoodPerSecond, plan), MembershipQuestion.FromAnyone, ct);

        var flood = LoadGenerator.RunAsync(bot.Address, bad, plan with { PerSecond = BadPerSecond, Repeats = true });
        var contender = new HttpContender("good", bot, MembershipQuestion.IsRightAnswer, await bench.DatabaseAsync(ct));
        var round = await contender.MeasureAsync(good, plan, ct);
        var refused = await flood;

        RoundTable.Print((contender.Name, [round]), ("bad", [Round.OfRefusals(refused)]));
        Console.WriteLine($"  bad, by status: {string.Join(", ", refused.Statuses.Select(s => $"{s.Key} × {s.Value:N0}"))}");
        return
        [
            Verdict.Below("good p99 in a flood", round.P99.TotalMilliseconds, "ms", Goal),
            Verdict.None("good errors in a flood", round.Errors),
            Verdict.None("bad answered with 200", refused.Statuses.GetValueOrDefault(StatusCodes.Status200OK)),
        ];
    }
}

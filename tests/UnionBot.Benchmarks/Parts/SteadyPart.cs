using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>How long people wait at a constant rate.</summary>
internal sealed class SteadyPart : IPart
{
    private const int PerSecond = 1000;
    private const double P99Goal = 200;
    private const double SlowestGoal = 4500;

    public string Name => "steady";

    public string Summary => "the bot at a constant 1,000 messages/s";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var bot = await bench.StartBotAsync(ct);
        var contender = new HttpContender("bot", bot, MembershipQuestion.IsRightAnswer, await bench.DatabaseAsync(ct));
        var plan = bench.ConstantLoad(PerSecond);
        var messages = await bench.WriteMessagesAsync(Bench.MessagesFor(PerSecond, plan), MembershipQuestion.FromAnyone, ct);
        var round = await contender.MeasureAsync(messages, plan, ct);

        RoundTable.Print((contender.Name, [round]));
        return
        [
            Verdict.Below("p99 at 1,000/s", round.P99.TotalMilliseconds, "ms", P99Goal),
            Verdict.Below("slowest at 1,000/s", round.Slowest.TotalMilliseconds, "ms", SlowestGoal),
            Verdict.None("errors at 1,000/s", round.Errors),
        ];
    }
}

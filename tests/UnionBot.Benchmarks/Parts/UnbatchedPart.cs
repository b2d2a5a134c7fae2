using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Peers;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>The whole bot beside nothing but the statements of a turn, one transaction a message.</summary>
internal sealed class UnbatchedPart : IPart
{
    private const double Goal = 1.5;

    public string Name => "unbatched";

    public string Summary => "the bot answering 我的会籍 ÷ pgbench running one transaction a message";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var database = await bench.DatabaseAsync(ct);
        await using var bot = await bench.StartBotAsync(ct);

        var result = await bench.Contest().RunAsync(
            new HttpContender("bot", bot, MembershipQuestion.IsRightAnswer, database),
            new PgbenchContender(database, bench.Workspace.Data),
            () => MembershipQuestion.FromAnyone, bench.MessagesFor(30_000), ct);
        result.Print();
        return [Verdict.Ratio("我的会籍 ÷ pgbench unbatched", result.Ratio, Goal)];
    }
}

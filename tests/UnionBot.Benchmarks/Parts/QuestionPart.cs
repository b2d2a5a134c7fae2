using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Peers;
using UnionBot.Benchmarks.Protocol;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>A durable answer from data beside an echo that keeps nothing.</summary>
internal sealed class QuestionPart : IPart
{
    private const double Goal = 1.5;

    public string Name => "question";

    public string Summary => "the bot answering 我的会籍 of a bound member ÷ co-wechat echoing";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var bot = await bench.StartBotAsync(ct);
        await using var echo = await CoWechatServer.StartAsync(bench.Workspace, ct);

        var result = await bench.Contest().RunAsync(
            new HttpContender("bot", bot, MembershipQuestion.IsRightAnswer, await bench.DatabaseAsync(ct)),
            new HttpContender("co-wechat echo", echo, answer => answer == Echo.Of(MembershipQuestion.Text)),
            () => MembershipQuestion.FromAnyone, bench.MessagesFor(30_000), ct);
        result.Print();
        return [Verdict.Ratio("我的会籍 ÷ co-wechat echo", result.Ratio, Goal)];
    }
}

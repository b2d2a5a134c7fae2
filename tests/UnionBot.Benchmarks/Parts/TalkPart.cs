using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Peers;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>Talks in which people are bound beside an echo that keeps nothing.</summary>
internal sealed class TalkPart : IPart
{
    private const double Goal = 1.0;
    private const string EchoMark = "收到：";

    /// <summary>What the bot says when a turn failed.</summary>
    private const string Apology = "我们这边出了点问题";

    public string Name => "talk";

    public string Summary => "the bot in a mixed talk with bindings ÷ co-wechat echoing";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        var database = await bench.DatabaseAsync(ct);
        await using var bot = await bench.StartBotAsync(ct);
        await using var echo = await CoWechatServer.StartAsync(bench.Workspace, ct);
        var (boundBefore, talk) = (await database.CountBoundAsync(ct), new MixedTalk(await database.NextNewcomerAsync(ct)));

        var messages = bench.MessagesFor(20_000);
        var result = await bench.Contest().RunAsync(
            new HttpContender("bot", bot, IsAnswer, database),
            new HttpContender("co-wechat echo", echo, answer => answer.StartsWith(EchoMark, StringComparison.Ordinal)),
            () => talk.Next(messages), messages, ct);

        result.Print();
        var bound = await database.CountBoundAsync(ct) - boundBefore;
        Console.WriteLine($"  {bound:N0} people were bound.");
        return
        [
            Verdict.Ratio("mixed talk ÷ co-wechat echo", result.Ratio, Goal),
            new Verdict("people bound in the talk", bound, "", 1, AtLeast: true),
        ];
    }

    private static bool IsAnswer(string answer) =>
        answer.Length > 0 && !answer.Contains(Apology, StringComparison.Ordinal);
}

using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>What the bot's process holds after some minutes of work.</summary>
internal sealed class MemoryPart : IPart
{
    private const int PerSecond = 1000;
    private const double Goal = 250;

    public string Name => "memory";

    public string Summary => "the bot's resident memory after five minutes (--minutes) at 1,000 messages/s";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var bot = await bench.StartBotAsync(ct);
        var contender = new HttpContender("bot", bot, MembershipQuestion.IsRightAnswer, await bench.DatabaseAsync(ct));
        var plan = bench.ConstantLoad(PerSecond) with { WarmUp = TimeSpan.Zero, Window = TimeSpan.FromMinutes(1) };

        // A minute's messages at a time, since a message must be sent within five minutes of being signed.
        var rounds = new List<Round>();
        for (var minute = 1; minute <= bench.Options.Minutes; minute++)
        {
            var messages = await bench.WriteMessagesAsync(PerSecond * 60, MembershipQuestion.FromAnyone, ct);
            rounds.Add(await contender.MeasureAsync(messages, plan, ct));
            Console.WriteLine($"  minute {minute}: {rounds[^1].Megabytes:N0} MB");
        }

        RoundTable.Print((contender.Name, rounds));
        return [Verdict.Below($"RSS after {rounds.Count} minutes", rounds[^1].Megabytes!.Value, "MB", Goal)];
    }
}

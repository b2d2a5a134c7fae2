using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Platform;
using UnionBot.Benchmarks.Protocol;
using UnionBot.Benchmarks.Report;

namespace UnionBot.Benchmarks.Parts;

/// <summary>The protocol alone beside bare Kestrel doing the same.</summary>
internal sealed class ProtocolPart : IPart
{
    private const double Goal = 0.8;
    private const string Text = "我想找个保洁的工作";

    public string Name => "protocol";

    public string Summary => "UnionBot.WeChat without a database ÷ bare Kestrel doing the same by hand";

    public async Task<IReadOnlyList<Verdict>> RunAsync(Bench bench, CancellationToken ct)
    {
        await using var ours = await ProtocolServers.StartAsync(bench.Workspace, ProtocolServer.Reader, ct);
        await using var bare = await ProtocolServers.StartAsync(bench.Workspace, ProtocolServer.Bare, ct);

        var result = await bench.Contest(repeats: true).RunAsync(
            new HttpContender("UnionBot.WeChat", ours, IsEcho), new HttpContender("bare Kestrel", bare, IsEcho),
            () => Utterance.ByAnyone(Text), bench.MessagesFor(20_000), ct);
        result.Print();
        return [Verdict.Ratio("protocol ÷ bare Kestrel", result.Ratio, Goal)];
    }

    private static bool IsEcho(string answer) => answer == Echo.Of(Text);
}

using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Contests;

/// <summary>
/// Measures two sides by turns, round after round, each with the same file of messages; the order changes every
/// round, since whoever comes second finds a warmer machine.
/// </summary>
internal sealed class Contest(Workspace workspace, LoadPlan plan, int rounds)
{
    /// <param name="nextScript">Asked before each round, for messages that can be said once only.</param>
    /// <param name="messages">How many each side may be sent in one round.</param>
    public async Task<ContestResult> RunAsync(
        IContender left, IContender right, Func<Func<int, Utterance>> nextScript, int messages, CancellationToken ct)
    {
        // A first turn that does not count: just-in-time compilers need longer than a warm-up to be through.
        await MeasureAsync(left, right, nextScript, messages, ct);

        var result = new ContestResult(left.Name, right.Name);
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                var (ofLeft, ofRight) = await MeasureAsync(left, right, nextScript, messages, ct);
                result.Add(ofLeft, ofRight);
            }
            else
            {
                var (ofRight, ofLeft) = await MeasureAsync(right, left, nextScript, messages, ct);
                result.Add(ofLeft, ofRight);
            }
        }

        return result;
    }

    private async Task<(Round First, Round Second)> MeasureAsync(
        IContender first, IContender second, Func<Func<int, Utterance>> nextScript, int messages, CancellationToken ct)
    {
        await MessageFile.WriteAsync(workspace.MessageFile, messages, nextScript(), ct);
        var file = await RequestFile.ReadAsync(workspace.MessageFile, ct);
        return (await first.MeasureAsync(file, plan, ct), await second.MeasureAsync(file, plan, ct));
    }
}

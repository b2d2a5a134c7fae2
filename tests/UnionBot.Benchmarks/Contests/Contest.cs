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
    /// <param name="messages">How many each side may be sent in one round.</param>
    public async Task<ContestResult> RunAsync(
        IContender left, IContender right, Func<int, Utterance> script, int messages, CancellationToken ct)
    {
        var result = new ContestResult(left.Name, right.Name);
        for (var round = 0; round < rounds; round++)
        {
            await MessageFile.WriteAsync(workspace.MessageFile, messages, script, ct);
            var file = await RequestFile.ReadAsync(workspace.MessageFile, ct);
            var leftFirst = round % 2 == 0;
            var first = await (leftFirst ? left : right).MeasureAsync(file, plan, ct);
            var second = await (leftFirst ? right : left).MeasureAsync(file, plan, ct);
            result.Add(leftFirst ? first : second, leftFirst ? second : first);
        }

        return result;
    }
}

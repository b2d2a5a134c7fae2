using System.Diagnostics;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Machine;

namespace UnionBot.Benchmarks.Contests;

/// <summary>A server that is sent the messages over HTTP.</summary>
/// <param name="isRight">Whether a text is a right answer.</param>
internal sealed class HttpContender(string name, ServerProcess server, Func<string, bool> isRight) : IContender
{
    public string Name => name;

    public async Task<Round> MeasureAsync(RequestFile messages, LoadPlan plan, CancellationToken ct)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), server.Processor);
        var result = await LoadGenerator.RunAsync(server.Address, messages, plan);
        var cpu = (server.Processor - processor) / Stopwatch.GetElapsedTime(start);

        var wrong = ReplyCheck.CountWrong(result.Samples, messages, isRight);
        return new Round(
            result.PerSecond,
            result.Percentile(0.5),
            result.Percentile(0.99),
            result.Percentile(1),
            result.Except(StatusCodes.Status200OK) + wrong,
            cpu,
            result.GeneratorCpu,
            server.MemoryMegabytes);
    }
}

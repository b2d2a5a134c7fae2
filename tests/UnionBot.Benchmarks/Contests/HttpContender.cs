using System.Diagnostics;
using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Machine;

namespace UnionBot.Benchmarks.Contests;

/// <summary>A server that is sent the messages over HTTP.</summary>
/// <param name="isRight">Whether a text is a right answer.</param>
/// <param name="database">What the server keeps its data in; null when it keeps nothing.</param>
internal sealed class HttpContender(
    string name, ServerProcess server, Func<string, bool> isRight, BotDatabase? database = null) : IContender
{
    public string Name => name;

    public async Task<Round> MeasureAsync(RequestFile messages, LoadPlan plan, CancellationToken ct)
    {
        var (start, whole, own) = (Stopwatch.GetTimestamp(), WholeMachine.Processor, Environment.CpuUsage.TotalTime);
        var (serverTime, databaseTime) = (server.Processor, database?.Processor);
        var result = await LoadGenerator.RunAsync(server.Address, messages, plan);
        var elapsed = Stopwatch.GetElapsedTime(start);
        var serverCpu = (server.Processor - serverTime) / elapsed;
        var databaseCpu = (database?.Processor - databaseTime) / elapsed;
        var ownCpu = (Environment.CpuUsage.TotalTime - own) / elapsed;
        var otherCpu = ((WholeMachine.Processor - whole) / elapsed) - serverCpu - (databaseCpu ?? 0) - ownCpu;

        var wrong = ReplyCheck.CountWrong(result.Samples, messages, isRight);
        return new Round(
            result.PerSecond,
            result.Percentile(0.5),
            result.Percentile(0.99),
            result.Percentile(1),
            result.Except(StatusCodes.Status200OK) + wrong,
            serverCpu,
            databaseCpu,
            result.GeneratorCpu,
            otherCpu,
            server.MemoryMegabytes);
    }
}

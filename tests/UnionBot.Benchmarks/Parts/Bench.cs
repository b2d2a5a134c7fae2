using UnionBot.Benchmarks.Bot;
using UnionBot.Benchmarks.Contests;
using UnionBot.Benchmarks.Database;
using UnionBot.Benchmarks.Load;
using UnionBot.Benchmarks.Machine;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Parts;

/// <summary>What the parts of one run share. The database is prepared when the first part asks for it.</summary>
internal sealed class Bench(BenchOptions options, Workspace workspace) : IAsyncDisposable
{
    /// <summary>At a constant rate a slow answer must not hold up the next request.</summary>
    private const int OpenConnections = 256;

    private BotDatabase? _database;

    public BenchOptions Options => options;

    public Workspace Workspace => workspace;

    /// <summary>As fast as answers come.</summary>
    public LoadPlan FullLoad => new(options.Connections, PerSecond: null, options.WarmUp, options.Window);

    public Contest Contest(bool repeats = false) => new(workspace, FullLoad with { Repeats = repeats }, options.Rounds);

    /// <summary>Warms up for as long as the first, uncounted turn of a <see cref="Contests.Contest"/>.</summary>
    public LoadPlan ConstantLoad(double perSecond) =>
        new(OpenConnections, perSecond, options.WarmUp + options.Window, options.Window);

    /// <summary>Enough for one load at that speed.</summary>
    public int MessagesFor(int perSecond) => MessagesFor(perSecond, FullLoad);

    public static int MessagesFor(double perSecond, LoadPlan plan) => (int)(perSecond * (plan.WarmUp + plan.Window).TotalSeconds);

    public async Task<RequestFile> WriteMessagesAsync(int count, Func<int, Utterance> script, CancellationToken ct)
    {
        await MessageFile.WriteAsync(workspace.MessageFile, count, script, ct);
        return await RequestFile.ReadAsync(workspace.MessageFile, ct);
    }

    public async Task<BotDatabase> DatabaseAsync(CancellationToken ct) =>
        _database ??= await BotDatabase.StartAsync(workspace, ct);

    public async Task<ServerProcess> StartBotAsync(CancellationToken ct) =>
        await BotServer.StartAsync(workspace, await DatabaseAsync(ct), ct);

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace UnionBot.Core.Jobs.Queue;

/// <summary>A kind of one-off work as the host knows it.</summary>
/// <param name="Start">Makes the job in a scope and runs it with a payload of JSON.</param>
internal sealed record QueueEntry(string Name, Func<IServiceProvider, string, CancellationToken, Task<JobReport>> Start)
{
    public static QueueEntry Of<TJob, TPayload>() where TJob : class, IQueuedJob<TPayload> => new(
        TJob.Name,
        (scope, payload, ct) => scope.GetRequiredService<TJob>().RunAsync(JsonSerializer.Deserialize<TPayload>(payload)!, ct));
}

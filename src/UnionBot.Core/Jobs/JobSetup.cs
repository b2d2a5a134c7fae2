using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs.Queue;

namespace UnionBot.Core.Jobs;

/// <summary>Registers jobs, and what runs them.</summary>
public static class JobSetup
{
    /// <summary>For every job of every service; a scope is made for each run.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services) where TJob : class, IJob =>
        services.AddScoped<TJob>().AddSingleton(JobEntry.Of<TJob>());

    /// <summary>For every kind of one-off work.</summary>
    public static IServiceCollection AddQueuedJob<TJob, TPayload>(this IServiceCollection services)
        where TJob : class, IQueuedJob<TPayload> =>
        services.AddScoped<TJob>().AddSingleton(QueueEntry.Of<TJob, TPayload>());

    /// <summary>Once for the host, which adds the two clocks, the database, <see cref="JobLeases"/>, and what ticks.</summary>
    public static IServiceCollection AddJobTicker(this IServiceCollection services) => services
        .AddScoped(provider => new JobBoard(
            provider.GetRequiredService<UnionDb>(),
            provider.GetServices<JobEntry>(),
            provider.GetRequiredService<BusinessClock>()))
        .AddScoped<QueuedJobs>()
        .AddScoped<JobRequests>()
        .AddSingleton<JobMetrics>()
        .AddSingleton<JobClaims>()
        .AddSingleton<LeaseKeeper>()
        .AddSingleton<JobRunner>()
        .AddSingleton<QueueRunner>()
        .AddSingleton(provider => new JobTicker(
            provider.GetRequiredService<JobRunner>(),
            provider.GetRequiredService<QueueRunner>(),
            provider.GetRequiredService<ILogger<JobTicker>>()));
}

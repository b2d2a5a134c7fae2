using Microsoft.Extensions.DependencyInjection;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Jobs;

/// <summary>Registers jobs, and what runs them.</summary>
public static class JobSetup
{
    /// <summary>For every job of every service; a scope is made for each run.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services) where TJob : class, IJob =>
        services.AddScoped<TJob>().AddSingleton(JobEntry.Of<TJob>());

    /// <summary>What staff see of the jobs, also in commands.</summary>
    public static IServiceCollection AddJobBoard(this IServiceCollection services) => services.AddScoped(provider => new JobBoard(
        provider.GetRequiredService<UnionDb>(), provider.GetServices<JobEntry>(), provider.GetRequiredService<BusinessClock>()));

    /// <summary>Once for the host, which adds the two clocks and the database.</summary>
    public static IServiceCollection AddJobTicker(this IServiceCollection services) =>
        services.AddJobBoard().AddSingleton<JobRunner>().AddHostedService<JobTicker>();
}

using System.Data.Common;
using Npgsql;
using Quartz;
using UnionBot.Core.Jobs;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Scheduling;

/// <summary>
/// Registers what ticks: one trigger of Quartz, kept in the database and shared by all hosts. What is due, claimed or
/// done is in rows of our own, since Quartz knows neither the movable clock nor our ways with missed moments.
/// </summary>
internal static class SchedulingServices
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);
    private static readonly JobKey Key = new("tick", "unionbot");

    /// <summary>So many ticks may still be at work on one host when the next one comes.</summary>
    private const int MostTicks = 4;

    public static void AddScheduling(this IServiceCollection services, JobsOptions options)
    {
        services.AddSingleton(new JobLeases(TimeSpan.FromSeconds(options.LeaseSeconds)));
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<NpgsqlDataSource>());
        services.AddQuartz(quartz => Configure(quartz, TimeSpan.FromSeconds(options.CheckInSeconds)));
        services.AddHostedService<Scheduler>();
        services.Configure<LoggerFilterOptions>(filters => filters.AddFilter("Quartz", LogLevel.Warning));
    }

    private static void Configure(IQuartzBuilder quartz, TimeSpan checkIn)
    {
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "unionbot");
        quartz.UseDefaultThreadPool(MostTicks);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(source => source.UseRegisteredDataSource = true);
            store.ProvisionSchema();
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (checkIn, checkIn));
            store.ConfigureStore(s => (s.MisfireThreshold, s.DbRetryInterval) = (checkIn, Tick));
        });
        quartz.AddJob<TickJob>(job => job.WithIdentity(Key).StoreDurably());
        quartz.AddTrigger(trigger => trigger
            .ForJob(Key)
            .WithIdentity("tick", "unionbot")
            .WithSimpleSchedule(schedule => schedule.WithInterval(Tick).RepeatForever()));
    }
}

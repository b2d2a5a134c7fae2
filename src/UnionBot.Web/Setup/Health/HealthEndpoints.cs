using UnionBot.Core.Calendar;
using UnionBot.Core.Jobs;

namespace UnionBot.Web.Setup.Health;

/// <summary>Health in one word for everyone, and in detail for operators.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<IReadinessCheck, DatabaseCheck>();
        services.AddSingleton<IReadinessCheck, MigrationsCheck>();
        services.AddSingleton<IReadinessCheck, KeysCheck>();
        services.AddSingleton<IReadinessCheck, TemplatesCheck>();
        services.AddSingleton<IOperatorCheck, ClockCheck>();
        services.AddSingleton<IOperatorCheck, HolidayCheck>();
        services.AddSingleton<IOperatorCheck, StaffKnowledgeCheck>();
        services.AddSingleton<IOperatorCheck, PhotoToolCheck>();
        services.AddJob<WatchHolidays>();
        services.AddSingleton<OperatorNotes>();
        services.AddSingleton<ReadinessMonitor>();
        services.AddHostedService(provider => provider.GetRequiredService<ReadinessMonitor>());
    }

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Text("live"));
        routes.MapGet("/health/ready", (ReadinessMonitor monitor) => monitor.IsReady
            ? TypedResults.Text("ready")
            : TypedResults.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable));
    }

    public static void MapHealthDetails(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/health", (ReadinessMonitor monitor) => TypedResults.Json(
            new { ready = monitor.IsReady, checks = monitor.Results.Select(result => new { result.Name, result.Fault }) },
            statusCode: monitor.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));
}

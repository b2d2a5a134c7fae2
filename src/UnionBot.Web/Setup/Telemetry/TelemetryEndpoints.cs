namespace UnionBot.Web.Setup.Telemetry;

/// <summary>Metrics for operators, by pull and by push.</summary>
internal static class TelemetryEndpoints
{
    public static void AddTelemetry(this IServiceCollection services)
    {
        services.AddSingleton<MetricsCollector>();
        services.AddHostedService<OpenTelemetryExport>();
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (MetricsCollector collector) =>
            TypedResults.Text(PrometheusText.Write(collector.Collect()), PrometheusText.ContentType));
}

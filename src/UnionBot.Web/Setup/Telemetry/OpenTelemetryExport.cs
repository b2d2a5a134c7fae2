using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Telemetry;

/// <summary>Sends metrics and traces to a collector, if one is set.</summary>
internal sealed class OpenTelemetryExport(TelemetryOptions options) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["UnionBot*", "Microsoft.AspNetCore", "Npgsql", "System.Net.Http"];

    private static readonly string[] Meters =
        ["UnionBot*", "Npgsql", "System.Runtime", "System.Net.Http", "Microsoft.AspNetCore.Hosting"];

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.OtlpEndpoint.Length == 0) return Task.CompletedTask;

        var resource = ResourceBuilder.CreateDefault().AddService("unionbot");
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter(exporter => Target(exporter, "metrics"))
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.TraceShare)))
            .AddProcessor(new SpanScrubber())
            .AddOtlpExporter(exporter => Target(exporter, "traces"))
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        _metrics?.Dispose();
        _traces?.Dispose();
    }

    private void Target(OtlpExporterOptions exporter, string signal)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri($"{options.OtlpEndpoint.TrimEnd('/')}/v1/{signal}");
    }
}

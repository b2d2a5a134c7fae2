namespace UnionBot.Web.Setup.Settings;

/// <summary>How the bot tells operators what it does.</summary>
internal sealed record TelemetryOptions : ISettings
{
    public static string Section => "Telemetry";

    public LogFormat LogFormat { get; init; } = LogFormat.Simple;

    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>An OpenTelemetry collector that takes OTLP by HTTP; empty for none.</summary>
    public string OtlpEndpoint { get; init; } = "";

    /// <summary>The share of requests that are traced, 0 to 1.</summary>
    public double TraceShare { get; init; } = 0.01;

    public IEnumerable<Problem> Problems()
    {
        if (OtlpEndpoint.Length > 0 && !Uri.IsWellFormedUriString(OtlpEndpoint, UriKind.Absolute))
        {
            yield return new(nameof(OtlpEndpoint), "an absolute http(s) address, or empty");
        }

        if (TraceShare is not (>= 0 and <= 1)) yield return new(nameof(TraceShare), "a share between 0 and 1");
    }
}

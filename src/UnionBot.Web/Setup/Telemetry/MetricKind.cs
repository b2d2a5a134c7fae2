namespace UnionBot.Web.Setup.Telemetry;

/// <summary>What becomes of an instrument's values.</summary>
internal enum MetricKind
{
    /// <summary>Added up; never falls.</summary>
    Counter,

    /// <summary>Added up; may fall.</summary>
    Sum,

    /// <summary>The latest counts.</summary>
    Gauge,

    /// <summary>Counted by size.</summary>
    Histogram,
}

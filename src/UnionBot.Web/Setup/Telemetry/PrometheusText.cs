using System.Globalization;
using System.Text;

namespace UnionBot.Web.Setup.Telemetry;

/// <summary>Metrics in the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["s"] = "_seconds",
        ["ms"] = "_milliseconds",
        ["By"] = "_bytes",
    };

    public static string Write(IEnumerable<MetricFamily> families)
    {
        var text = new StringBuilder();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            var name = Name(family);
            // Two meters may have an instrument of one name; the format allows each name once.
            if (written.Add(name)) Write(text, name, family);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, string name, MetricFamily family)
    {
        if (family.Description is { Length: > 0 } description)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {description.ReplaceLineEndings(" ")}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {TypeOf(family.Kind)}\n");
        family.Read(all =>
        {
            foreach (var series in all)
            {
                if (family.Kind == MetricKind.Histogram) WriteHistogram(text, name, series);
                else Line(text, name, Labels(series), series.Value);
            }
        });
    }

    private static void WriteHistogram(StringBuilder text, string name, MetricSeries series)
    {
        var labels = Labels(series);
        foreach (var (bound, count) in series.Cumulated())
        {
            Line(text, $"{name}_bucket", [.. labels, $"le=\"{Number(bound)}\""], count);
        }

        Line(text, $"{name}_bucket", [.. labels, "le=\"+Inf\""], series.Count);
        Line(text, $"{name}_sum", labels, series.Value);
        Line(text, $"{name}_count", labels, series.Count);
    }

    private static void Line(StringBuilder text, string name, string[] labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').AppendJoin(',', labels).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Name(MetricFamily family)
    {
        var name = Identifier(family.Name);
        if (family.Unit is { } unit && Units.TryGetValue(unit, out var suffix) && !name.EndsWith(suffix, StringComparison.Ordinal))
        {
            name += suffix;
        }

        return family.Kind == MetricKind.Counter ? $"{name}_total" : name;
    }

    private static string[] Labels(MetricSeries series) =>
        [.. series.Tags.Select(tag => $"{Identifier(tag.Key)}=\"{Escape(tag.Value)}\"")];

    private static string Identifier(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static string Escape(object? value) =>
        (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string TypeOf(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };
}

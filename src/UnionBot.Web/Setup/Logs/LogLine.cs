using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using UnionBot.Web.Setup.Settings;

namespace UnionBot.Web.Setup.Logs;

/// <summary>Writes one entry of the log as one line, scrubbed.</summary>
internal sealed class LogLine(BotSettings settings, LogScrubber scrubber, TimeProvider time) : ConsoleFormatter(FormatName)
{
    public const string FormatName = "unionbot";

    private const string Template = "{OriginalFormat}";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly LogFormat _format = settings.Get<TelemetryOptions>().LogFormat;

    public override void Write<TState>(
        in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = scrubber.Clean(logEntry.Formatter(logEntry.State, null));
        var failure = logEntry.Exception is { } exception ? scrubber.Clean(exception.ToString()) : null;
        textWriter.WriteLine(_format == LogFormat.Json
            ? AsJson(logEntry, message, failure)
            : AsText(logEntry, message, failure));
    }

    private string AsText<TState>(in LogEntry<TState> entry, string message, string? failure)
    {
        var at = Now().ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var category = entry.Category[(entry.Category.LastIndexOf('.') + 1)..];
        var line = $"{at} {entry.LogLevel.ToString().ToLowerInvariant(),-11} {category}: {message}";
        return failure is null ? line : $"{line}{Environment.NewLine}{failure}";
    }

    private string AsJson<TState>(in LogEntry<TState> entry, string message, string? failure)
    {
        var fields = new Dictionary<string, object?>
        {
            ["at"] = Now(),
            ["level"] = entry.LogLevel.ToString().ToLowerInvariant(),
            ["category"] = entry.Category,
            ["message"] = message,
        };
        if (entry.EventId.Id != 0) fields["event"] = entry.EventId.Id;
        if (Activity.Current is { } activity) fields["trace"] = activity.TraceId.ToString();
        if (failure is not null) fields["exception"] = failure;
        if (Values(entry.State) is { Count: > 0 } values) fields["values"] = values;

        return JsonSerializer.Serialize(fields, Json);
    }

    private Dictionary<string, string?> Values<TState>(TState state)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            if (name == Template || value is null) continue;

            values[name] = scrubber.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return values;
    }

    private DateTimeOffset Now() => time.GetUtcNow();
}

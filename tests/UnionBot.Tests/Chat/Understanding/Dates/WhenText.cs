using System.Globalization;
using System.Text.Json.Nodes;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

/// <summary>One line of text for a reading, so that two can be compared at a glance: <c>2026-11-24 14:00 afternoon to 16:00 ~</c>.</summary>
internal static class WhenText
{
    public static string Of(WhenReading reading)
    {
        if (reading.When is not { } when) return "- " + NameOf(reading.Reason!.Value);

        var ends = new[] { Day(when.EndDate), Clock(when.EndTime) }.OfType<string>().ToArray();
        return Join(
            Day(when.Date), Clock(when.Time), when.Part?.ToString().ToLowerInvariant(),
            ends, [.. when.Alternatives.Select(d => Day(d)!)], when.IsApproximate);
    }

    public static string Of(JsonNode line)
    {
        if (line["expect"] is not { } expect) return "- " + line["reason"]!.GetValue<string>();

        var ends = new[] { expect["end_date"], expect["end_time"] }.OfType<JsonNode>().Select(n => n.GetValue<string>()).ToArray();
        var others = expect["alt"]?.AsArray().Select(n => n!.GetValue<string>()).ToArray() ?? [];
        return Join(
            expect["date"]?.GetValue<string>(), expect["time"]?.GetValue<string>(), expect["part"]?.GetValue<string>(),
            ends, others, expect["approx"]?.GetValue<bool>() ?? false);
    }

    /// <summary>Date, time and part; of a text without any only that there are none.</summary>
    public static string Core(string text) => text[0] == '-' ? "-" : string.Join(' ', text.Split(' ').Take(3));

    private static string Join(string? date, string? time, string? part, string[] ends, string[] others, bool isApproximate)
    {
        var text = $"{date ?? "."} {time ?? "."} {part ?? "."}";
        if (ends.Length > 0) text += " to " + string.Join(' ', ends);
        if (others.Length > 0) text += " or " + string.Join(' ', others);
        return isApproximate ? text + " ~" : text;
    }

    private static string NameOf(NoWhen reason) =>
        reason == NoWhen.UnknownCalendar ? "unknown_calendar" : reason.ToString().ToLowerInvariant();

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Clock(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);
}

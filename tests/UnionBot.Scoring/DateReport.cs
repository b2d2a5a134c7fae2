using System.Globalization;
using System.Text.Json;
using UnionBot.Chat.Understanding;

namespace UnionBot.Scoring;

/// <summary>Prints how many days and times are read exactly.</summary>
internal static class DateReport
{
    public static void Print(string file, Interpreter interpreter, bool errors)
    {
        var (lines, exact) = (0, 0);
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            using var json = JsonDocument.Parse(line);
            var (text, now) = (json.RootElement.GetProperty("text").GetString()!, json.RootElement.GetProperty("now").GetDateTimeOffset());
            var wanted = Wanted(json.RootElement.GetProperty("expect"));
            var got = Got(interpreter, text, now);
            lines++;
            if (wanted == got) exact++;
            else if (errors) Console.WriteLine($"  {text}: {wanted} → {got}");
        }

        Console.WriteLine();
        Console.WriteLine($"{Path.GetFileName(file)}: {lines} lines, exact {(double)exact / lines:0.000}");
    }

    private static string Wanted(JsonElement expect) => expect.ValueKind == JsonValueKind.Null
        ? "null"
        : $"{Text(expect, "date")} {Text(expect, "time")} {Text(expect, "part")}";

    private static string Got(Interpreter interpreter, string text, DateTimeOffset now)
    {
        if (interpreter.Interpret(TextNormaliser.Normalise(text), now).When.When is not { } when) return "null";

        var date = when.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
        var time = when.Time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "-";
        return $"{date} {time} {when.Part?.ToString().ToLowerInvariant() ?? "-"}";
    }

    private static string Text(JsonElement expect, string name) =>
        expect.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "-";
}

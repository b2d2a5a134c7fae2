using System.Globalization;
using System.Text.Json.Nodes;

namespace UnionBot.Tests.Chat.Calendar;

/// <summary>Days of 2025 to 2035 computed by others, see <c>_about</c> in the file.</summary>
internal static class Anchors
{
    private static readonly JsonNode File = JsonNode.Parse(
        System.IO.File.ReadAllText(Path.Combine(Tree.Root, "tests", "nlu", "calendar-anchors.json")))!;

    public static TheoryData<int> Years => [.. Enumerable.Range(2025, 11)];

    public static JsonNode Holidays2026 => File["holidays_2026"]!;

    public static DateOnly Day(int year, string name) => Day(Of(year, name));

    public static DateOnly Day(JsonNode node) => DateOnly.ParseExact(node.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Number(int year, string name) => Of(year, name).GetValue<int>();

    private static JsonNode Of(int year, string name) => File["years"]![year.ToString(CultureInfo.InvariantCulture)]![name]!;
}

using System.Globalization;
using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>Reads answers without trusting that a field is there or has its documented type.</summary>
internal static class JsonReading
{
    /// <summary>The property, or an undefined element.</summary>
    public static JsonElement Child(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var child) ? child : default;

    /// <summary>A text or a number as text; "" when it is neither.</summary>
    public static string Text(this JsonElement element, string name) => element.Child(name).AsText();

    public static string? TextOrNull(this JsonElement element, string name) =>
        element.Text(name) is { Length: > 0 } text ? text : null;

    public static long? Number(this JsonElement element, string name) =>
        long.TryParse(element.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Unix seconds as a moment; null when absent, zero or outside the calendar.</summary>
    public static DateTimeOffset? Moment(this JsonElement element, string name) =>
        element.Number(name) is > 0 and <= 253_402_300_799 and var seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public static int Count(this JsonElement element, string name) =>
        element.Number(name) is >= 0 and <= int.MaxValue and var number ? (int)number : 0;

    /// <summary>The entries of an array; none when it is absent.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    public static int[] Numbers(this JsonElement element, string name) =>
        [.. element.Items(name).SelectMany(item => int.TryParse(item.AsText(), CultureInfo.InvariantCulture, out var number)
            ? (int[])[number]
            : [])];

    public static string[] Texts(this JsonElement element, string name) => [.. element.Items(name).Select(AsText)];

    private static string AsText(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Whole(element),
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };

    // An escaped half of a surrogate pair, as a nickname cut by the platform may hold, cannot become a string.
    private static string Whole(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}

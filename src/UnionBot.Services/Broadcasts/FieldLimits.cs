using System.Globalization;

namespace UnionBot.Services.Broadcasts;

/// <summary>What the platform takes in the fields of its templates; anything else is refused by it (47003).</summary>
internal static class FieldLimits
{
    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal)
    {
        ["thing"] = 20,
        ["const"] = 20,
        ["number"] = 32,
        ["letter"] = 32,
        ["symbol"] = 5,
        ["character_string"] = 32,
        ["phone_number"] = 17,
        ["car_number"] = 8,
        ["phrase"] = 5,
        ["amount"] = 13,
        ["name"] = 10,
    };

    /// <param name="field">The template's own field: a kind and a number, such as <c>thing1</c>.</param>
    /// <returns>In characters; null when the platform sets none.</returns>
    public static int? Of(string field) => Longest.TryGetValue(KindOf(field), out var longest) ? longest : null;

    /// <summary>Whether the platform takes the value.</summary>
    public static bool Takes(string field, string value) => KindOf(field) switch
    {
        "name" => LengthOf(value) <= (value.All(char.IsAscii) ? 20 : 10),
        "number" => Fits(field, value) && decimal.TryParse(value, CultureInfo.InvariantCulture, out _),
        "letter" => Fits(field, value) && value.All(char.IsAsciiLetter),
        "phrase" => Fits(field, value) && !value.Any(char.IsAscii),
        "character_string" => Fits(field, value) && value.All(char.IsAscii),
        "phone_number" => Fits(field, value) && value.All(c => char.IsAsciiDigit(c) || c is '+' or '-' or ' ' or '(' or ')'),
        "time" or "date" => value.Any(char.IsAsciiDigit) && value.All(c => char.IsAsciiDigit(c) || "年月日时分秒-:/~ ".Contains(c, StringComparison.Ordinal)),
        _ => Fits(field, value),
    };

    /// <summary>As much of a value as the platform takes, where somebody's own name or union is longer than others'.</summary>
    public static string Cut(string field, string value)
    {
        if (Of(field) is not { } longest || LengthOf(value) <= longest) return value;
        return new StringInfo(value).SubstringByTextElements(0, longest - 1) + "…";
    }

    private static bool Fits(string field, string value) => value.Length > 0 && !(LengthOf(value) > Of(field));

    private static int LengthOf(string value) => new StringInfo(value).LengthInTextElements;

    private static string KindOf(string field) => field.TrimEnd("0123456789".ToCharArray());
}

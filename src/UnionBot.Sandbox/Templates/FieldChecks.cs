using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using UnionBot.Sandbox.Api;

namespace UnionBot.Sandbox.Templates;

/// <summary>What the fields of a template may hold; a field's type is its key without the digits.</summary>
internal static partial class FieldChecks
{
    /// <summary>The values in the template's order.</summary>
    /// <exception cref="PlatformRefusal">47003, naming the field.</exception>
    public static IReadOnlyList<string> Read(MessageTemplate template, JsonElement data) =>
        [.. template.Keywords.Select(keyword => Read(keyword.Key, data.Part(keyword.Key)))];

    private static string Read(string key, JsonElement field)
    {
        var value = field.Text("value");
        if (value.Length == 0) throw new PlatformRefusal(47003, $"argument invalid! data.{key}.value is empty");
        if (!Fits(key.TrimEnd("0123456789".ToCharArray()), value))
            throw new PlatformRefusal(47003, $"argument invalid! data.{key}.value invalid");
        return value;
    }

    private static bool Fits(string type, string value)
    {
        var length = new StringInfo(value).LengthInTextElements;
        return type switch
        {
            "thing" or "const" => length <= 20,
            "number" => Number().IsMatch(value) && length <= 32,
            "letter" => value.All(char.IsAsciiLetter) && length <= 32,
            "symbol" => !value.Any(char.IsLetterOrDigit) && length <= 5,
            "character_string" => value.All(letter => letter is > ' ' and <= '~') && length <= 32,
            "time" or "date" => value.Split('~').All(IsMoment),
            "amount" => Amount().IsMatch(value),
            "phone_number" => Phone().IsMatch(value),
            "car_number" => length <= 8,
            "name" => value.All(letter => letter < 0x80) ? length <= 20 : length <= 10,
            "phrase" => length <= 5 && value.All(letter => letter >= 0x4E00 && letter <= 0x9FFF),
            _ => length <= 20,
        };
    }

    private static bool IsMoment(string text) =>
        Moment().IsMatch(text.Trim()) || TimeOnly.TryParse(text.Trim(), CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$")]
    private static partial Regex Amount();

    [GeneratedRegex(@"^[\d+\-() ]{1,17}$")]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\d{4}(年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})( ?\d{1,2}:\d{2}(:\d{2})?)?$")]
    private static partial Regex Moment();
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnionBot.Chat.Dialogs;

/// <summary>The form in which drafts and states are kept: Chinese as it is, enums by name, nothing for null.</summary>
public static class TalkJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write<T>(T value)
        where T : class => JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <exception cref="JsonException">The text is no <typeparamref name="T"/>.</exception>
    public static T Read<T>(string json)
        where T : class =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"Null is no {typeof(T).Name}.");
}

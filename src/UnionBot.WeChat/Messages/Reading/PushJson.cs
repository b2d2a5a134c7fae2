using System.Text;
using System.Text.Json;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Reads a push in the newer JSON format into the same fields as XML.</summary>
internal static class PushJson
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 16 };

    /// <summary>All fields, or null when this is no JSON object we accept.</summary>
    public static PushFields? ReadAll(ReadOnlySpan<byte> json) => TryReadAll(json) ?? TryReadAll(Repaired(json));

    /// <summary>The text of a top-level property, or null.</summary>
    public static string? FindText(ReadOnlySpan<byte> json, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1) continue;

                var found = reader.ValueTextEquals(name);
                if (found) return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Not signed yet: whatever it is, it holds no ciphertext for us.
        }

        return null;
    }

    private static PushFields? TryReadAll(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return null;

            var root = new PushFields("json");
            ReadObject(ref reader, root);
            return reader.Read() ? null : root;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped half of a surrogate pair cannot become a string.
            return null;
        }
    }

    private static void ReadObject(ref Utf8JsonReader reader, PushFields parent)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            AddValue(ref reader, parent, name);
        }
    }

    private static void AddValue(ref Utf8JsonReader reader, PushFields parent, string name)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var child = new PushFields(name);
                ReadObject(ref reader, child);
                parent.Add(child);
                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) AddValue(ref reader, parent, name);
                break;
            case JsonTokenType.String:
                parent.Add(new PushFields(name, CleanText.Of(reader.GetString()!)));
                break;
            default:
                var literal = reader.TokenType is JsonTokenType.Null ? "" : Encoding.UTF8.GetString(reader.ValueSpan);
                parent.Add(new PushFields(name, literal));
                break;
        }
    }

    // Raw control characters and broken UTF-8 inside strings are forbidden in JSON, yet texts carry them now and then.
    private static byte[] Repaired(ReadOnlySpan<byte> json) =>
        Encoding.UTF8.GetBytes(HalfSurrogates.Replace(CleanText.Of(Encoding.UTF8.GetString(json))).ReplaceLineEndings(" "));
}

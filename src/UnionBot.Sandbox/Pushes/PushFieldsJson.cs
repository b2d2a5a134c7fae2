using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnionBot.Sandbox.Pushes;

/// <summary>
/// Keeps a push that is still to be delivered: a list of names and values, since a name may come several times.
/// </summary>
internal sealed class PushFieldsJson : JsonConverter<PushFields>
{
    public override PushFields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Read(document.RootElement);
    }

    public override void Write(Utf8JsonWriter writer, PushFields value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var (name, field) in value)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            JsonSerializer.Serialize(writer, field, field.GetType(), options);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static PushFields Read(JsonElement list)
    {
        var fields = new PushFields();
        foreach (var pair in list.EnumerateArray())
        {
            var (name, value) = (pair[0].GetString()!, pair[1]);
            if (value.ValueKind is JsonValueKind.Array) fields.Add(name, Read(value));
            else if (value.ValueKind is JsonValueKind.Number) fields.Add(name, value.GetInt64());
            else fields.Add(name, value.GetString()!);
        }

        return fields;
    }
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using UnionBot.WeChat.Messages.Reading;

namespace UnionBot.WeChat.Messages.Writing;

/// <summary>Writes the same reply as JSON.</summary>
internal sealed class JsonDocumentWriter : ReplyDocument
{
    private readonly Utf8JsonWriter _json;

    public JsonDocumentWriter(IBufferWriter<byte> output)
    {
        _json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        _json.WriteStartObject();
    }

    public override void Text(string name, string value) => _json.WriteString(name, CleanText.Of(value));

    public override void Ascii(string name, ReadOnlySpan<byte> value) => _json.WriteString(name, value);

    public override void Number(string name, long value) => _json.WriteNumber(name, value);

    public override void Begin(string name) => _json.WriteStartObject(name);

    public override void End(string name) => _json.WriteEndObject();

    public override void BeginItems(string name) => _json.WriteStartArray(name);

    public override void BeginItem() => _json.WriteStartObject();

    public override void EndItem() => _json.WriteEndObject();

    public override void EndItems(string name) => _json.WriteEndArray();

    public override void Dispose()
    {
        _json.WriteEndObject();
        _json.Dispose();
    }
}

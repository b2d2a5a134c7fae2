using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UnionBot.WeChat.Api;

/// <summary>Writes requests the way the platform wants them: UTF-8 with no character escaped that need not be.</summary>
internal static class ApiJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new RawTextConverter() },
    };

    public static byte[] Serialize(object body) => JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Options);

    public static HttpContent Content(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return content;
    }

    /// <summary>
    /// Every encoder of the BCL turns emoji into <c>\uD83D…</c>, which the platform shows or refuses as it stands in
    /// some fields.
    /// </summary>
    private sealed class RawTextConverter : JsonConverter<string>
    {
        private const int Short = 512;

        private static readonly SearchValues<char> Escaped = SearchValues.Create("\"\\\n\r\t");

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
        {
            var clean = Messages.Reading.CleanText.Of(value);
            if (!clean.AsSpan().ContainsAny(Escaped))
            {
                WriteQuoted(writer, clean);
                return;
            }

            var quoted = new StringBuilder(clean.Length + 2).Append('"');
            foreach (var c in clean) Append(quoted, c);
            quoted.Append('"');
            writer.WriteRawValue(Encoding.UTF8.GetBytes(quoted.ToString()), skipInputValidation: true);
        }

        private static void WriteQuoted(Utf8JsonWriter writer, string text)
        {
            var most = Encoding.UTF8.GetMaxByteCount(text.Length) + 2;
            var quoted = most <= Short ? stackalloc byte[Short] : new byte[most];
            var length = Encoding.UTF8.GetBytes(text, quoted[1..]);
            (quoted[0], quoted[length + 1]) = ((byte)'"', (byte)'"');
            writer.WriteRawValue(quoted[..(length + 2)], skipInputValidation: true);
        }

        private static void Append(StringBuilder quoted, char c)
        {
            switch (c)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(c);
                    break;
                case '\n':
                    quoted.Append("\\n");
                    break;
                case '\r':
                    quoted.Append("\\r");
                    break;
                case '\t':
                    quoted.Append("\\t");
                    break;
                default:
                    quoted.Append(c);
                    break;
            }
        }
    }
}

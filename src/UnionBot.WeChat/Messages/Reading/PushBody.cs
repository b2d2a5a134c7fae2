using System.Text;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Finds out how a body is written and reads it.</summary>
internal static class PushBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>JSON begins with a brace, whatever the content type says.</summary>
    public static BodyFormat FormatOf(ReadOnlySpan<byte> body) =>
        WithoutMark(body).TrimStart(" \t\r\n"u8) is [(byte)'{', ..] ? BodyFormat.Json : BodyFormat.Xml;

    /// <summary>All fields, or null when the body cannot be read.</summary>
    public static PushFields? Read(ReadOnlyMemory<byte> body, BodyFormat format) =>
        format is BodyFormat.Json
            ? PushJson.ReadAll(WithoutMark(body.Span))
            : FlatXml.ReadAll(body.Span) ?? FullXml.ReadAll(body);

    /// <summary>The ciphertext of an encrypted push, or empty when there is none.</summary>
    public static ReadOnlySpan<byte> Ciphertext(ReadOnlyMemory<byte> body)
    {
        if (FormatOf(body.Span) is BodyFormat.Json) return Bytes(PushJson.FindText(WithoutMark(body.Span), "Encrypt"));

        if (FlatXml.TryOpen(body.Span, out var flat))
        {
            FlatXml.Step step;
            while ((step = flat.Next(out var name, out var value)) is FlatXml.Step.Field)
            {
                if (name.SequenceEqual("Encrypt"u8)) return value;
            }

            if (step is FlatXml.Step.End) return [];
        }

        return Bytes(FullXml.FindText(body, "Encrypt"));
    }

    private static ReadOnlySpan<byte> Bytes(string? text) => text is null ? [] : Encoding.UTF8.GetBytes(text);

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> body) =>
        body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
}

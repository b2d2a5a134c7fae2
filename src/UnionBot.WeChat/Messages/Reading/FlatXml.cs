using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>
/// Reads the one shape in which the platform writes ordinary pushes, a root whose children hold plain text or one CDATA
/// section, straight from its bytes. Everything else, good or bad, is left to the full reader.
/// </summary>
internal ref struct FlatXml
{
    // A carriage return would have to be normalised, the other control characters are forbidden in XML.
    private static readonly SearchValues<byte> NotFlat = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Where(b => b is not ('\t' or '\n')).Select(b => (byte)b)]);

    private static readonly SearchValues<byte> Markup = SearchValues.Create("<&]"u8);

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private ReadOnlySpan<byte> _rest;

    private FlatXml(ReadOnlySpan<byte> rest) => _rest = rest;

    /// <summary>What <see cref="Next"/> found.</summary>
    public enum Step
    {
        Field,
        End,
        NotFlat,
    }

    public static bool TryOpen(ReadOnlySpan<byte> xml, out FlatXml reader)
    {
        reader = default;
        var start = SkipBlank(xml);
        if (!start.StartsWith("<xml>"u8) || xml.ContainsAny(NotFlat) || !Utf8.IsValid(xml)) return false;

        reader = new FlatXml(start["<xml>"u8.Length..]);
        return true;
    }

    /// <summary>All fields, or null when the document has another shape.</summary>
    public static PushFields? ReadAll(ReadOnlySpan<byte> xml)
    {
        if (!TryOpen(xml, out var reader)) return null;

        var root = new PushFields("xml");
        while (true)
        {
            switch (reader.Next(out var name, out var value))
            {
                case Step.End:
                    return root;
                case Step.NotFlat:
                    return null;
                default:
                    root.Add(new PushFields(Encoding.ASCII.GetString(name), Encoding.UTF8.GetString(value)));
                    break;
            }
        }
    }

    public Step Next(out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        _rest = SkipBlank(_rest);
        if (_rest.StartsWith("</xml>"u8)) return SkipBlank(_rest["</xml>"u8.Length..]).IsEmpty ? Step.End : Step.NotFlat;
        if (!_rest.StartsWith("<"u8)) return Step.NotFlat;

        var inside = _rest[1..];
        var nameLength = inside.IndexOfAnyExcept(NameBytes);
        if (nameLength < 1 || inside[nameLength] != '>' || char.IsAsciiDigit((char)inside[0])) return Step.NotFlat;

        name = inside[..nameLength];
        var content = inside[(nameLength + 1)..];
        return TakeValue(content, out value, out var after) && TryTakeEnd(after, name, out _rest)
            ? Step.Field
            : Step.NotFlat;
    }

    private static bool TakeValue(ReadOnlySpan<byte> content, out ReadOnlySpan<byte> value, out ReadOnlySpan<byte> after)
    {
        value = after = default;
        if (content.StartsWith("<![CDATA["u8))
        {
            var data = content["<![CDATA["u8.Length..];
            var end = data.IndexOf("]]>"u8);
            if (end < 0) return false;

            value = data[..end];
            after = data[(end + 3)..];
            return true;
        }

        var length = content.IndexOfAny(Markup);
        if (length < 0 || content[length] != '<') return false;

        value = content[..length];
        after = content[length..];
        return true;
    }

    private static bool TryTakeEnd(
        ReadOnlySpan<byte> after, scoped ReadOnlySpan<byte> name, out ReadOnlySpan<byte> rest)
    {
        rest = default;
        if (!after.StartsWith("</"u8)) return false;

        var tail = after[2..];
        if (!tail.StartsWith(name) || tail.Length <= name.Length || tail[name.Length] != '>') return false;

        rest = tail[(name.Length + 1)..];
        return true;
    }

    private static ReadOnlySpan<byte> SkipBlank(ReadOnlySpan<byte> bytes) => bytes.TrimStart(" \t\r\n"u8);
}

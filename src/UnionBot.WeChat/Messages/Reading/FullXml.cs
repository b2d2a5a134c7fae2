using System.Runtime.InteropServices;
using System.Text;
using System.Xml;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Reads any XML the platform may send, without DTD, entities of its own, or depth.</summary>
internal static class FullXml
{
    private const int MaxDepth = 16;
    private const int MaxElements = 4096;

    private static readonly XmlReaderSettings Strict = Settings(checkCharacters: true);
    private static readonly XmlReaderSettings Lenient = Settings(checkCharacters: false);

    /// <summary>All fields, or null when this is no XML we accept.</summary>
    public static PushFields? ReadAll(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using var reader = XmlReader.Create(AsStream(xml), Strict);
            return ReadRoot(reader);
        }
        catch (XmlException)
        {
            return ReadRepaired(xml.Span);
        }
    }

    /// <summary>The text of the first top-level element of that name, or null; reads no further than needed.</summary>
    public static string? FindText(ReadOnlyMemory<byte> xml, string name)
    {
        try
        {
            using var reader = XmlReader.Create(AsStream(xml), Strict);
            while (reader.Read() && reader.Depth <= MaxDepth)
            {
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 } && reader.Name == name)
                {
                    return reader.ReadElementContentAsString();
                }
            }
        }
        catch (XmlException)
        {
            // Not signed yet: whatever it is, it holds no ciphertext for us.
        }

        return null;
    }

    // Control characters and broken UTF-8 are forbidden in XML, yet people's texts carry them to us now and then.
    private static PushFields? ReadRepaired(ReadOnlySpan<byte> xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(CleanText.Of(Encoding.UTF8.GetString(xml))), Lenient);
            return ReadRoot(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static PushFields? ReadRoot(XmlReader reader)
    {
        var open = new Stack<(PushFields Fields, StringBuilder Text)>();
        var elements = 0;
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth || elements > MaxElements) return null;

            switch (reader.NodeType)
            {
                case XmlNodeType.Element when !reader.IsEmptyElement:
                    elements++;
                    open.Push((new PushFields(reader.LocalName), new StringBuilder()));
                    break;
                case XmlNodeType.Element when open.TryPeek(out var parent):
                    elements++;
                    parent.Fields.Add(new PushFields(reader.LocalName));
                    break;
                case XmlNodeType.EndElement:
                    var done = Close(open.Pop());
                    if (!open.TryPeek(out var outer)) return ReadToEnd(reader, done);
                    outer.Fields.Add(done);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (open.TryPeek(out var holder)) holder.Text.Append(reader.Value);
                    break;
            }
        }

        return null;
    }

    private static PushFields ReadToEnd(XmlReader reader, PushFields root)
    {
        while (reader.Read())
        {
            // What follows the root must be well-formed too, or the reader throws.
        }

        return root;
    }

    /// <summary>The blanks between the children of an element are not its text.</summary>
    private static PushFields Close((PushFields Fields, StringBuilder Text) element) =>
        element.Fields.Children.Count > 0
            ? element.Fields
            : new PushFields(element.Fields.Name, CleanText.Of(element.Text.ToString()));

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static XmlReaderSettings Settings(bool checkCharacters) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 1024 * 1024,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = checkCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}

using System.Buffers;
using System.Globalization;
using System.Text;
using UnionBot.WeChat.Messages.Reading;

namespace UnionBot.WeChat.Messages.Writing;

/// <summary>Writes the platform's XML: one root, texts in CDATA sections.</summary>
internal sealed class XmlDocumentWriter : ReplyDocument
{
    private readonly IBufferWriter<byte> _output;

    public XmlDocumentWriter(IBufferWriter<byte> output)
    {
        _output = output;
        _output.Write("<xml>"u8);
    }

    public override void Text(string name, string value)
    {
        // A CDATA section ends at its first "]]>", so such a text is spread over two.
        var safe = CleanText.Of(value).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal);
        Begin(name);
        _output.Write("<![CDATA["u8);
        Encoding.UTF8.GetBytes(safe, _output);
        _output.Write("]]>"u8);
        End(name);
    }

    public override void Ascii(string name, ReadOnlySpan<byte> value)
    {
        Begin(name);
        _output.Write("<![CDATA["u8);
        _output.Write(value);
        _output.Write("]]>"u8);
        End(name);
    }

    public override void Number(string name, long value)
    {
        Begin(name);
        value.TryFormat(_output.GetSpan(20), out var written, default, CultureInfo.InvariantCulture);
        _output.Advance(written);
        End(name);
    }

    public override void Begin(string name) => Tag("<"u8, name);

    public override void End(string name) => Tag("</"u8, name);

    public override void BeginItems(string name) => Begin(name);

    public override void BeginItem() => Begin("item");

    public override void EndItem() => End("item");

    public override void EndItems(string name) => End(name);

    public override void Dispose() => _output.Write("</xml>"u8);

    private void Tag(ReadOnlySpan<byte> start, string name)
    {
        _output.Write(start);
        Encoding.ASCII.GetBytes(name, _output);
        _output.Write(">"u8);
    }
}

using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace UnionBot.SystemTests.Sandbox;

/// <summary>A push as it came in; the fields can be read in plain mode only.</summary>
public sealed record TestPush(IQueryCollection Query, byte[] Body, CancellationToken HungUp)
{
    public XElement Xml => XElement.Parse(Encoding.UTF8.GetString(Body));

    public string this[string field] => Xml.Descendants(field).FirstOrDefault()?.Value ?? "";

    public string ReplyXml(string text, string? from = null, string createTime = "1795242277") =>
        new XElement(
            "xml",
            new XElement("ToUserName", this["FromUserName"]),
            new XElement("FromUserName", from ?? this["ToUserName"]),
            new XElement("CreateTime", createTime),
            new XElement("MsgType", "text"),
            new XElement("Content", new XCData(text))).ToString();
}

using System.Text;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

/// <summary>Pushes as the platform writes them, and the short way to read one.</summary>
internal static class Samples
{
    public const string Person = "oyORnuP8q7ou2gfYjqLzSIWZf0rs";
    public const string Account = "gh_10f6c3c3ac5a";
    public const long Created = 1_764_000_000;

    private static readonly PlatformPen Pen = new();

    public static string Xml(string type, string fields) => $"""
        <xml><ToUserName><![CDATA[{Account}]]></ToUserName>
        <FromUserName><![CDATA[{Person}]]></FromUserName>
        <CreateTime>{Created}</CreateTime>
        <MsgType><![CDATA[{type}]]></MsgType>
        {fields}
        </xml>
        """;

    public static string Text(string content) =>
        Xml("text", $"<Content><![CDATA[{content}]]></Content><MsgId>6054768590064713728</MsgId>");

    public static string EventXml(string name, string fields) => Xml("event", $"<Event><![CDATA[{name}]]></Event>{fields}");

    public static string Json(string type, string fields) =>
        $$"""
        {"ToUserName":"{{Account}}","FromUserName":"{{Person}}","CreateTime":{{Created}},"MsgType":"{{type}}"{{(fields.Length > 0 ? "," : "")}}{{fields}}}
        """;

    public static string EventJson(string name, string fields) =>
        Json("event", $"\"Event\":\"{name}\"{(fields.Length > 0 ? "," : "")}{fields}");

    /// <summary>Seals a message as the platform does and reads it in safe mode.</summary>
    public static PushResult Read(string message) => Read(Encoding.UTF8.GetBytes(message));

    public static PushResult Read(byte[] message)
    {
        var (query, body) = Pen.SealedBytes(message);
        return new PushReader(PlatformPen.Keys()).Read(query, body, PlatformPen.Now);
    }

    public static PushResult ReadPlain(string message) => new PushReader(PlatformPen.Keys(WeChatMode.Plain))
        .Read(Pen.PlainQuery(), Encoding.UTF8.GetBytes(message), PlatformPen.Now);

    public static T Push<T>(string message)
        where T : Push => Assert.IsType<T>(Envelope(message).Push);

    public static Envelope Envelope(string message) => Assert.IsType<PushResult.Accepted>(Read(message)).Envelope;

    public static Envelope PlainEnvelope(string message) =>
        Assert.IsType<PushResult.Accepted>(ReadPlain(message)).Envelope;
}

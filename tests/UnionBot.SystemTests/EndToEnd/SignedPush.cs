using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>A push made by hand from the protocol's description, so that it can be wrong in any one place.</summary>
internal sealed record SignedPush(string Message)
{
    public string Token { get; init; } = SandboxUnderTest.Token;

    public string AppId { get; init; } = SandboxUnderTest.AppId;

    public long Timestamp { get; init; } = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    public Func<string, string> ChangeCiphertext { get; init; } = text => text;

    /// <summary>Makes what is encrypted of message, appid and padding.</summary>
    public Func<byte[], byte[]> ChangePadded { get; init; } = padded => padded;

    public static SignedPush Text(string openId, string content, long msgId) => new(
        $"<xml><ToUserName><![CDATA[{SandboxUnderTest.OriginalId}]]></ToUserName>" +
        $"<FromUserName><![CDATA[{openId}]]></FromUserName>" +
        $"<CreateTime>{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}</CreateTime><MsgType><![CDATA[text]]></MsgType>" +
        $"<Content><![CDATA[{content}]]></Content><MsgId>{msgId}</MsgId></xml>");

    /// <summary>The same in JSON, in which newer accounts may get their pushes.</summary>
    /// <param name="content">As it stands between the quotes.</param>
    public static SignedPush JsonText(string openId, string content, long msgId) => new(
        $$"""
        {"ToUserName":"{{SandboxUnderTest.OriginalId}}","FromUserName":"{{openId}}","MsgType":"text","MsgId":{{msgId}},
         "CreateTime":{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}},"Content":"{{content}}"}
        """);

    /// <summary>An event, which has no MsgId.</summary>
    public static SignedPush Event(string openId, string name, string fields = "<EventKey></EventKey>") =>
        Event(openId, name, DateTimeOffset.UtcNow.ToUnixTimeSeconds(), fields);

    /// <param name="seconds">The platform's time of the event.</param>
    /// <param name="fields">The event's own, as XML.</param>
    public static SignedPush Event(string openId, string name, long seconds, string fields) => new(
        $"<xml><ToUserName><![CDATA[{SandboxUnderTest.OriginalId}]]></ToUserName>" +
        $"<FromUserName><![CDATA[{openId}]]></FromUserName>" +
        $"<CreateTime>{seconds}</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event>{fields}</xml>");

    public (string Path, string Body) Write()
    {
        var (timestamp, nonce) = (Timestamp.ToString(CultureInfo.InvariantCulture), "5f3a");
        var sealedText = ChangeCiphertext(Seal());
        var path = $"/wechat?signature={Sign(Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}" +
            $"&encrypt_type=aes&msg_signature={Sign(Token, timestamp, nonce, sealedText)}";
        return (path, $"<xml><ToUserName><![CDATA[{SandboxUnderTest.OriginalId}]]></ToUserName>" +
            $"<Encrypt><![CDATA[{sealedText}]]></Encrypt></xml>");
    }

    /// <summary>The text of an encrypted answer.</summary>
    public static string ReplyText(string body)
    {
        var key = Convert.FromBase64String(SandboxUnderTest.AesKey + "=");
        using var aes = Aes.Create();
        aes.Key = key;
        var clear = aes.DecryptCbc(
            Convert.FromBase64String(XElement.Parse(body).Element("Encrypt")!.Value), key.AsSpan(0, 16), PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(clear.AsSpan(16));
        return XElement.Parse(Encoding.UTF8.GetString(clear, 20, length)).Element("Content")!.Value;
    }

    private string Seal()
    {
        var (message, appId) = (Encoding.UTF8.GetBytes(Message), Encoding.UTF8.GetBytes(AppId));
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, message.Length);
        byte[] clear = [.. RandomNumberGenerator.GetBytes(16), .. length, .. message, .. appId];
        var pad = 32 - (clear.Length % 32);
        var key = Convert.FromBase64String(SandboxUnderTest.AesKey + "=");
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToBase64String(aes.EncryptCbc(
            ChangePadded([.. clear, .. Enumerable.Repeat((byte)pad, pad)]), key.AsSpan(0, 16), PaddingMode.None));
    }

    private static string Sign(params string[] parts)
    {
        Array.Sort(parts, StringComparer.Ordinal);
        return Convert.ToHexStringLower(
            CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(string.Concat(parts))));
    }
}

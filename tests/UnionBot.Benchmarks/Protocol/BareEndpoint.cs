using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using UnionBot.Benchmarks.Platform;

namespace UnionBot.Benchmarks.Protocol;

/// <summary>
/// The limit: the least that verify, decrypt, parse, answer and encrypt can be, written straight into a Kestrel
/// endpoint with the means of the BCL. It checks neither time nor appid and forgives nothing.
/// </summary>
internal static class BareEndpoint
{
    private static readonly byte[] Key = Account.AesKey;
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit };

    public static async Task<IResult> AnswerAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var encrypted = ElementOf(await reader.ReadToEndAsync(), "Encrypt");
        var (stamp, nonce) = (request.Query["timestamp"].ToString(), request.Query["nonce"].ToString());
        if (MessageSealer.Sign(Account.Token, stamp, nonce, encrypted) != request.Query["msg_signature"])
        {
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        var (from, content) = Read(Decrypt(encrypted));
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var answer = Encrypt(
            $"<xml><ToUserName><![CDATA[{from}]]></ToUserName><FromUserName><![CDATA[{Account.OriginalId}]]></FromUserName>" +
            $"<CreateTime>{now.ToString(CultureInfo.InvariantCulture)}</CreateTime><MsgType><![CDATA[text]]></MsgType>" +
            $"<Content><![CDATA[{Echo.Of(content)}]]></Content></xml>");
        var signature = MessageSealer.Sign(Account.Token, stamp, nonce, answer);
        return Results.Text(
            $"<xml><Encrypt><![CDATA[{answer}]]></Encrypt><MsgSignature><![CDATA[{signature}]]></MsgSignature>" +
            $"<TimeStamp>{stamp}</TimeStamp><Nonce><![CDATA[{nonce}]]></Nonce></xml>", "text/xml");
    }

    private static string ElementOf(string xml, string name)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Xml);
        reader.ReadToFollowing(name);
        return reader.ReadElementContentAsString();
    }

    private static (string From, string Content) Read(string xml)
    {
        var (from, content) = ("", "");
        using var reader = XmlReader.Create(new StringReader(xml), Xml);
        reader.ReadStartElement("xml");
        while (reader.NodeType == XmlNodeType.Element)
        {
            var name = reader.Name;
            var value = reader.ReadElementContentAsString();
            if (name == "FromUserName") from = value;
            else if (name == "Content") content = value;
        }

        return (from, content);
    }

    private static string Decrypt(string encrypted)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), Key.AsSpan(0, 16), PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        return Encoding.UTF8.GetString(plain, 20, length);
    }

    private static string Encrypt(string xml)
    {
        var message = Encoding.UTF8.GetBytes(xml);
        var length = 20 + message.Length + Account.AppId.Length;
        var padding = 32 - (length % 32);
        var plain = new byte[length + padding];
        RandomNumberGenerator.Fill(plain.AsSpan(0, 16));
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), message.Length);
        message.CopyTo(plain, 20);
        Encoding.ASCII.GetBytes(Account.AppId, plain.AsSpan(20 + message.Length));
        plain.AsSpan(length).Fill((byte)padding);

        using var aes = Aes.Create();
        aes.Key = Key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, Key.AsSpan(0, 16), PaddingMode.None));
    }
}

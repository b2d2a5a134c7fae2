using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

/// <summary>The platform's side written a second time, plainly and slowly, so that the product is not checked against itself.</summary>
internal sealed class PlatformPen(string token = PlatformPen.Token, string aesKey = PlatformPen.AesKey, string appId = PlatformPen.AppId)
{
    public const string Token = "spamtest";
    public const string AesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string OtherAesKey = "GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba";
    public const string AppId = "wx2c2769f8efd9abc2";
    public const string Nonce = "1320562132";

    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public static WeChatKeys Keys(WeChatMode mode = WeChatMode.Safe, string originalId = "") =>
        new(AppId, Token, AesKey, mode, originalId: originalId);

    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol prescribes SHA-1.")]
    public static string Sha1(params string[] parts)
    {
        var sorted = parts.OrderBy(part => part, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    public PushQuery PlainQuery(DateTimeOffset? at = null)
    {
        var timestamp = Stamp(at);
        return new PushQuery(Sha1(token, timestamp, Nonce), timestamp, Nonce);
    }

    public PushQuery SealedQuery(string ciphertext, DateTimeOffset? at = null) => PlainQuery(at) with
    {
        EncryptType = "aes",
        MsgSignature = Sha1(token, Stamp(at), Nonce, ciphertext),
    };

    public (PushQuery Query, byte[] Body) Sealed(string message) => SealedBytes(Encoding.UTF8.GetBytes(message));

    public (PushQuery Query, byte[] Body) SealedBytes(byte[] message)
    {
        var ciphertext = Encrypt(Frame(message));
        return (SealedQuery(ciphertext), Wrap(ciphertext));
    }

    public static byte[] Wrap(string ciphertext) => Encoding.UTF8.GetBytes(
        $"<xml>\n    <ToUserName><![CDATA[gh_1]]></ToUserName>\n    <Encrypt><![CDATA[{ciphertext}]]></Encrypt>\n</xml>\n");

    /// <summary>Random, length, message, appid and padding to whole blocks of 32.</summary>
    public byte[] Frame(byte[] message)
    {
        var head = new byte[20];
        RandomNumberGenerator.Fill(head.AsSpan(0, 16));
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(16), message.Length);
        byte[] content = [.. head, .. message, .. Encoding.UTF8.GetBytes(appId)];
        var padding = 32 - (content.Length % 32);
        return [.. content, .. Enumerable.Repeat((byte)padding, padding)];
    }

    public string Encrypt(byte[] frame)
    {
        using var aes = NewAes();
        return Convert.ToBase64String(aes.EncryptCbc(frame, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    public string Decrypt(string ciphertext, out string trailingAppId)
    {
        using var aes = NewAes();
        var frame = aes.DecryptCbc(Convert.FromBase64String(ciphertext), aes.Key.AsSpan(0, 16), PaddingMode.None);
        var length = BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(16));
        trailingAppId = Encoding.UTF8.GetString(frame.AsSpan((20 + length)..^frame[^1]));
        return Encoding.UTF8.GetString(frame, 20, length);
    }

    /// <summary>Checks a sealed reply as the platform would and opens it.</summary>
    public string Unseal(string reply)
    {
        var xml = XElement.Parse(reply);
        var ciphertext = xml.Element("Encrypt")!.Value;
        var signature = Sha1(token, xml.Element("TimeStamp")!.Value, xml.Element("Nonce")!.Value, ciphertext);
        Assert.Equal(signature, xml.Element("MsgSignature")!.Value);

        var plain = Decrypt(ciphertext, out var trailing);
        Assert.Equal(appId, trailing);
        return plain;
    }

    private static string Stamp(DateTimeOffset? at) =>
        (at ?? Now).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(aesKey + "=");
        return aes;
    }
}

using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages.Writing;

namespace UnionBot.WeChat.Messages;

/// <summary>Writes a passive reply in the format, and with the key, in which its push came.</summary>
public static class ReplyWriter
{
    /// <summary>The answer that says "handled, nothing to show"; unencrypted in every mode.</summary>
    public static ReadOnlySpan<byte> Success => "success"u8;

    /// <param name="now">Written as the moment of creation, in whole seconds.</param>
    public static void Write(IBufferWriter<byte> output, Envelope envelope, PassiveReply reply, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(reply);

        var seconds = now.ToUnixTimeSeconds();
        if (envelope.Cipher is not { } cipher)
        {
            WritePlain(output, envelope, reply, seconds);
            return;
        }

        using var plain = new PooledWriter();
        WritePlain(plain, envelope, reply, seconds);
        WriteSealed(output, envelope, cipher, plain.Written, seconds);
    }

    private static void WritePlain(IBufferWriter<byte> output, Envelope envelope, PassiveReply reply, long seconds)
    {
        using var document = Open(output, envelope.Format);
        document.Text("ToUserName", envelope.Push.FromUser);
        document.Text("FromUserName", envelope.Push.ToUser);
        document.Number("CreateTime", seconds);
        ReplyBody.Write(document, reply);
    }

    private static void WriteSealed(
        IBufferWriter<byte> output, Envelope envelope, MessageCipher cipher, ReadOnlySpan<byte> plain, long seconds)
    {
        var length = cipher.SealedLength(plain.Length);
        var rented = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(length));
        cipher.Seal(plain, rented.AsSpan(0, length));
        Base64.EncodeToUtf8InPlace(rented, length, out var encoded);
        var ciphertext = rented.AsSpan(0, encoded);

        var timestamp = seconds.ToString(CultureInfo.InvariantCulture);
        Span<byte> signature = stackalloc byte[Signature.HexLength];
        Signature.Write(signature, envelope.Token, timestamp, envelope.Nonce, ciphertext);

        using (var document = Open(output, envelope.Format))
        {
            document.Ascii("Encrypt", ciphertext);
            document.Ascii("MsgSignature", signature);
            document.Number("TimeStamp", seconds);
            document.Text("Nonce", envelope.Nonce);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private static ReplyDocument Open(IBufferWriter<byte> output, BodyFormat format) =>
        format is BodyFormat.Xml ? new XmlDocumentWriter(output) : new JsonDocumentWriter(output);
}

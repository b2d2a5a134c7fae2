using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace UnionBot.WeChat.Crypto;

/// <summary>
/// One EncodingAESKey: AES-256-CBC over <c>random(16) | length(4, big-endian) | message | appid | padding</c>,
/// padded to blocks of 32 bytes, which the BCL's PKCS#7 refuses to remove.
/// </summary>
internal sealed class MessageCipher(byte[] key, byte[] appId)
{
    private const int Block = 32;
    private const int HeaderLength = RandomLength + sizeof(uint);
    private const int RandomLength = 16;

    // Aes does not promise that its instances may be shared by threads, so each call borrows one.
    private readonly ConcurrentBag<Aes> _idle = [];

    private ReadOnlySpan<byte> Iv => key.AsSpan(0, 16);

    /// <summary>Opens a ciphertext into a rented buffer, which the caller disposes after use.</summary>
    public OpenedMessage Open(ReadOnlySpan<byte> base64)
    {
        var half = Base64.GetMaxDecodedFromUtf8Length(base64.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(2 * half);
        var status = Base64.DecodeFromUtf8(base64, buffer, out _, out var length);
        if (status != OperationStatus.Done || length == 0 || length % Block != 0)
        {
            return new OpenedMessage(buffer, OpenOutcome.Undecipherable);
        }

        var clear = buffer.AsSpan(half, length);
        var aes = Borrow();
        aes.DecryptCbc(buffer.AsSpan(0, length), Iv, clear, PaddingMode.None);
        _idle.Add(aes);

        var outcome = Check(clear, out var message);
        return new OpenedMessage(buffer, outcome, half + HeaderLength, message);
    }

    /// <summary>The size to which <see cref="Seal"/> grows a message.</summary>
    public int SealedLength(int messageLength)
    {
        var unpadded = HeaderLength + messageLength + appId.Length;
        return unpadded + Block - (unpadded % Block);
    }

    /// <summary>Encrypts <paramref name="message"/>, which is at most as long as <paramref name="sealedMessage"/> allows.</summary>
    public void Seal(ReadOnlySpan<byte> message, Span<byte> sealedMessage)
    {
        var rented = ArrayPool<byte>.Shared.Rent(sealedMessage.Length);
        var clear = rented.AsSpan(0, sealedMessage.Length);
        var unpadded = HeaderLength + message.Length + appId.Length;

        RandomNumberGenerator.Fill(clear[..RandomLength]);
        BinaryPrimitives.WriteInt32BigEndian(clear[RandomLength..], message.Length);
        message.CopyTo(clear[HeaderLength..]);
        appId.CopyTo(clear[(HeaderLength + message.Length)..]);
        clear[unpadded..].Fill((byte)(clear.Length - unpadded));

        var aes = Borrow();
        aes.EncryptCbc(clear, Iv, sealedMessage, PaddingMode.None);
        _idle.Add(aes);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private Aes Borrow()
    {
        if (_idle.TryTake(out var idle)) return idle;

        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }

    private OpenOutcome Check(ReadOnlySpan<byte> clear, out int messageLength)
    {
        messageLength = 0;
        var padding = clear[^1];
        if (padding is < 1 or > Block || clear[^padding..].ContainsAnyExcept(padding)) return OpenOutcome.Undecipherable;

        var content = clear[..^padding];
        if (content.Length < HeaderLength) return OpenOutcome.Undecipherable;

        var length = BinaryPrimitives.ReadUInt32BigEndian(content[RandomLength..]);
        if (length > content.Length - HeaderLength) return OpenOutcome.Undecipherable;

        messageLength = (int)length;
        return content[(HeaderLength + messageLength)..].SequenceEqual(appId) ? OpenOutcome.Opened : OpenOutcome.WrongAppId;
    }
}

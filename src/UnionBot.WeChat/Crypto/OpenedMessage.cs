using System.Buffers;

namespace UnionBot.WeChat.Crypto;

/// <summary>What became of a ciphertext.</summary>
internal enum OpenOutcome
{
    Opened,
    Undecipherable,
    WrongAppId,
}

/// <summary>A decrypted message in a rented buffer; valid until disposed.</summary>
internal readonly struct OpenedMessage(byte[] rented, OpenOutcome outcome, int start = 0, int length = 0) : IDisposable
{
    public OpenOutcome Outcome => outcome;

    public ReadOnlyMemory<byte> Message => rented.AsMemory(start, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);
}

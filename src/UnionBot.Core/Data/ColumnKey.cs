using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.ObjectPool;

namespace UnionBot.Core.Data;

/// <summary>What one key has become for one column: a subkey that opens nothing elsewhere.</summary>
internal sealed class ColumnKey
{
    // An AesGcm must not be used by two threads at once, and to make one costs more than to seal a message with it.
    private readonly ObjectPool<AesGcm> _ciphers;

    public ColumnKey(EncryptionKey key, string column)
    {
        Head = CipherColumn.HeadOf(key.Id);
        var info = Encoding.UTF8.GetBytes($"unionbot/field/1/{column}");
        var subkey = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, EncryptionKeys.KeyBytes, info: info);
        _ciphers = new DefaultObjectPool<AesGcm>(new CipherPolicy(subkey));
    }

    /// <summary>How every value begins that is sealed with this key.</summary>
    public byte[] Head { get; }

    /// <param name="text">Encrypted in place.</param>
    public void Encrypt(ReadOnlySpan<byte> nonce, Span<byte> text, Span<byte> tag, ReadOnlySpan<byte> place)
    {
        var cipher = _ciphers.Get();
        cipher.Encrypt(nonce, text, text, tag, place);
        _ciphers.Return(cipher);
    }

    /// <returns>False when key, tag, place or text do not belong together.</returns>
    public bool TryDecrypt(
        ReadOnlySpan<byte> nonce,
        ReadOnlySpan<byte> text,
        ReadOnlySpan<byte> tag,
        Span<byte> plain,
        ReadOnlySpan<byte> place)
    {
        var cipher = _ciphers.Get();
        try
        {
            cipher.Decrypt(nonce, text, tag, plain, place);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
        finally
        {
            _ciphers.Return(cipher);
        }
    }

    private sealed class CipherPolicy(byte[] subkey) : PooledObjectPolicy<AesGcm>
    {
        public override AesGcm Create() => new(subkey, AesGcm.TagByteSizes.MaxSize);

        public override bool Return(AesGcm obj) => true;
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace UnionBot.Core.Data;

/// <summary>
/// Seals the values of one column with AES-256-GCM. A sealed value opens only in the table, column and row it was
/// sealed for. Thread-safe.
/// </summary>
/// <remarks>
/// Layout: version (1 byte) | length of the key id (1) | key id | nonce (12, random) | ciphertext | tag (16).
/// Every column has a subkey of its own, so that no key meets more random nonces than GCM allows (2^32).
/// </remarks>
public sealed class CipherColumn
{
    private const byte Version = 1;
    private const int FixedHead = 2;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const int LongestOnStack = 512;

    private readonly FieldCipher _cipher;
    private readonly byte[] _place;
    private readonly string _name;
    private volatile ColumnKeys _keys;

    internal CipherColumn(FieldCipher cipher, SealedColumn column)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column.Table);
        ArgumentException.ThrowIfNullOrWhiteSpace(column.Column);

        (_cipher, _name) = (cipher, column.Name);
        _place = Encoding.UTF8.GetBytes($"{column.Table}/{column.Column}/");
        _keys = new ColumnKeys(cipher.Keys, _name);
    }

    private ColumnKeys Keys
    {
        get
        {
            var (known, given) = (_keys, _cipher.Keys);
            return ReferenceEquals(known.Of, given) ? known : _keys = new ColumnKeys(given, _name);
        }
    }

    /// <param name="text">Lone surrogates are kept as U+FFFD, as the database would refuse them anyway.</param>
    /// <param name="row">What names the row for ever, such as its primary key.</param>
    public byte[] Seal(string text, ReadOnlySpan<byte> row)
    {
        var key = Keys.Current;
        var result = NewSealed(key, Encoding.UTF8.GetByteCount(text), out var start);
        Encoding.UTF8.GetBytes(text, result.AsSpan(start));
        Encrypt(key, result, start, row);
        return result;
    }

    /// <inheritdoc cref="Seal(string, ReadOnlySpan{byte})"/>
    public byte[] Seal(string text, long row)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, row);
        return Seal(text, bytes);
    }

    public byte[] SealBytes(ReadOnlySpan<byte> plain, ReadOnlySpan<byte> row)
    {
        var key = Keys.Current;
        var result = NewSealed(key, plain.Length, out var start);
        plain.CopyTo(result.AsSpan(start));
        Encrypt(key, result, start, row);
        return result;
    }

    /// <exception cref="CryptographicException">
    /// Sealed for another row or column, changed, or its key is not at hand; names column and key id, never the text.
    /// </exception>
    public string Open(ReadOnlySpan<byte> sealedValue, ReadOnlySpan<byte> row)
    {
        var length = PlainLength(sealedValue);
        var plain = length <= LongestOnStack ? stackalloc byte[length] : new byte[length];
        Decrypt(sealedValue, row, plain);

        var text = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return text;
    }

    /// <inheritdoc cref="Open(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public string Open(ReadOnlySpan<byte> sealedValue, long row)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, row);
        return Open(sealedValue, bytes);
    }

    /// <inheritdoc cref="Open(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public byte[] OpenBytes(ReadOnlySpan<byte> sealedValue, ReadOnlySpan<byte> row)
    {
        var plain = new byte[PlainLength(sealedValue)];
        Decrypt(sealedValue, row, plain);
        return plain;
    }

    /// <exception cref="CryptographicException">Not a value of this cipher at all.</exception>
    public string KeyIdOf(ReadOnlySpan<byte> sealedValue) => Encoding.ASCII.GetString(IdIn(sealedValue));

    /// <summary>How every value begins that was sealed with a key: by this the database tells them apart.</summary>
    public static byte[] HeadOf(string keyId) => [Version, (byte)keyId.Length, .. Encoding.ASCII.GetBytes(keyId)];

    private static byte[] NewSealed(ColumnKey key, int plainLength, out int start)
    {
        start = key.Head.Length + NonceBytes;
        var result = new byte[start + plainLength + TagBytes];
        key.Head.CopyTo(result, 0);
        return result;
    }

    private void Encrypt(ColumnKey key, byte[] result, int start, ReadOnlySpan<byte> row)
    {
        var nonce = result.AsSpan(start - NonceBytes, NonceBytes);
        NonceStock.Take(nonce);

        var size = _place.Length + row.Length;
        var place = size <= LongestOnStack ? stackalloc byte[size] : new byte[size];
        WritePlace(place, row);

        var text = result.AsSpan(start..^TagBytes);
        key.Encrypt(nonce, text, result.AsSpan(^TagBytes..), place);
    }

    private void Decrypt(ReadOnlySpan<byte> sealedValue, ReadOnlySpan<byte> row, Span<byte> plain)
    {
        var key = KeyOf(sealedValue);
        var size = _place.Length + row.Length;
        var place = size <= LongestOnStack ? stackalloc byte[size] : new byte[size];
        WritePlace(place, row);

        var body = sealedValue[key.Head.Length..];
        if (key.TryDecrypt(body[..NonceBytes], body[NonceBytes..^TagBytes], body[^TagBytes..], plain, place)) return;

        throw new CryptographicException(
            $"A value of {_name} does not open with key '{KeyIdOf(sealedValue)}': " +
            "another key of that id, another row, or changed.");
    }

    private void WritePlace(Span<byte> place, ReadOnlySpan<byte> row)
    {
        _place.CopyTo(place);
        row.CopyTo(place[_place.Length..]);
    }

    private ColumnKey KeyOf(ReadOnlySpan<byte> sealedValue)
    {
        var head = sealedValue[..(FixedHead + IdIn(sealedValue).Length)];
        foreach (var key in Keys.All)
        {
            if (head.SequenceEqual(key.Head)) return key;
        }

        throw new CryptographicException(
            $"A value of {_name} is sealed with key '{KeyIdOf(sealedValue)}', which is not among the keys given.");
    }

    private int PlainLength(ReadOnlySpan<byte> sealedValue) =>
        sealedValue.Length - FixedHead - IdIn(sealedValue).Length - NonceBytes - TagBytes;

    private ReadOnlySpan<byte> IdIn(ReadOnlySpan<byte> sealedValue)
    {
        if (sealedValue.Length > FixedHead && sealedValue[0] == Version
            && sealedValue.Length >= FixedHead + sealedValue[1] + NonceBytes + TagBytes)
            return sealedValue.Slice(FixedHead, sealedValue[1]);

        throw new CryptographicException($"A value of {_name} is not a sealed value of a known version.");
    }
}

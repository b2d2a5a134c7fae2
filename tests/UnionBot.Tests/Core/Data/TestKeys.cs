using UnionBot.Core.Data;

namespace UnionBot.Tests.Core.Data;

/// <summary>Keys that protect nothing: 32 equal bytes each.</summary>
internal static class TestKeys
{
    public static readonly string K1 = "k1:" + Base64(1);

    public static readonly string K2 = "k2:" + Base64(2);

    public static string Base64(byte value) =>
        Convert.ToBase64String([.. Enumerable.Repeat(value, EncryptionKeys.KeyBytes)]);

    public static FieldCipher Cipher(params string[] keys) =>
        new(EncryptionKeys.Parse(string.Join(',', keys), Base64(100)));

    public static FieldCipher OtherLookup(params string[] keys) =>
        new(EncryptionKeys.Parse(string.Join(',', keys), Base64(101)));
}

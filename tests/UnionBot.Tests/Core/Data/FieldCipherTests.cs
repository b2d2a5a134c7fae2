using System.Security.Cryptography;
using System.Text;
using UnionBot.Core.Data;
using static UnionBot.Tests.Core.Data.TestKeys;

namespace UnionBot.Tests.Core.Data;

public sealed class FieldCipherTests
{
    private const string Text = "我叫王芳，想查会籍 😀";

    private static readonly SealedColumn InboundText = new("inbound", "text", Row: "id");

    private readonly CipherColumn _column = Cipher(K1).Column(InboundText);

    [Theory]
    [InlineData("")]
    [InlineData("王")]
    [InlineData(Text)]
    public void What_was_sealed_for_a_row_opens_in_that_row(string text) =>
        Assert.Equal(text, _column.Open(_column.Seal(text, 7), 7));

    [Fact]
    public void A_text_too_long_for_the_stack_opens_too()
    {
        var text = string.Concat(Enumerable.Repeat(Text, 1000));
        var row = Encoding.UTF8.GetBytes(new string('r', 2000));

        Assert.Equal(text, _column.Open(_column.Seal(text, row), row));
    }

    [Fact]
    public void Bytes_open_as_bytes()
    {
        byte[] photo = [0xFF, 0xD8, 0x00, 0x80];

        Assert.Equal(photo, _column.OpenBytes(_column.SealBytes(photo, [1]), [1]));
    }

    [Fact]
    public void The_same_text_never_looks_the_same() => Assert.NotEqual(_column.Seal(Text, 7), _column.Seal(Text, 7));

    [Fact]
    public void Ten_thousand_values_have_ten_thousand_nonces()
    {
        var nonces = Enumerable.Range(0, 10_000)
            .Select(i => Convert.ToHexString(_column.Seal("", i), 2 + "k1".Length, 12))
            .ToHashSet(StringComparer.Ordinal);

        Assert.Equal(10_000, nonces.Count);
    }

    [Fact]
    public void The_text_does_not_stand_in_the_sealed_value() =>
        Assert.Equal(-1, _column.Seal(Text, 7).AsSpan().IndexOf(Encoding.UTF8.GetBytes("王芳")));

    [Fact]
    public void A_value_moved_to_another_row_does_not_open() =>
        Assert.Throws<CryptographicException>(() => _column.Open(_column.Seal(Text, 7), 8));

    [Fact]
    public void A_value_moved_to_another_column_or_table_does_not_open()
    {
        var cipher = Cipher(K1);
        var value = cipher.Column(InboundText).Seal(Text, 7);

        Assert.Throws<CryptographicException>(() => cipher.Column(new("inbound", "numbers", Row: "id")).Open(value, 7));
        Assert.Throws<CryptographicException>(() => cipher.Column(new("outbound", "text", Row: "id")).Open(value, 7));
    }

    [Fact]
    public void A_value_changed_at_any_byte_does_not_open()
    {
        var value = _column.Seal(Text, 7);

        for (var i = 0; i < value.Length; i++)
        {
            var changed = (byte[])value.Clone();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _column.Open(changed, 7));
        }
    }

    [Fact]
    public void A_value_cut_short_anywhere_does_not_open()
    {
        var value = _column.Seal(Text, 7);

        for (var length = 0; length < value.Length; length++)
            Assert.ThrowsAny<CryptographicException>(() => _column.Open(value.AsSpan(0, length), 7));
    }

    [Fact]
    public void An_old_key_still_opens_and_is_not_current()
    {
        var value = _column.Seal(Text, 7);
        var rotated = Cipher(K2, K1).Column(InboundText);

        Assert.Equal(Text, rotated.Open(value, 7));
        Assert.Equal("k1", rotated.KeyIdOf(value));
        Assert.Equal("k2", rotated.KeyIdOf(rotated.Seal(Text, 7)));
    }

    [Fact]
    public void A_cipher_goes_over_to_a_newer_key_and_still_opens_what_the_older_sealed()
    {
        var cipher = Cipher(K1);
        var column = cipher.Column(InboundText);
        var (before, newer) = (column.Seal(Text, 7), Cipher(K2));

        cipher.Use(newer.Keys);

        var after = column.Seal(Text, 7);
        Assert.Equal("k2", column.KeyIdOf(after));
        Assert.Equal(Text, newer.Column(InboundText).Open(after, 7));
        Assert.Equal(Text, column.Open(before, 7));
        Assert.Equal(["k2", "k1"], cipher.Keys.Ids);
    }

    [Fact]
    public void A_cipher_does_not_go_over_to_another_key_of_a_known_id()
    {
        var cipher = Cipher(K1);

        var fault = Assert.Throws<FormatException>(() => cipher.Use(EncryptionKeys.Parse("k1" + K2[2..], Base64(100))));

        Assert.Contains("'k1' occurs twice", fault.Message, StringComparison.Ordinal);
        Assert.Equal(["k1"], cipher.Keys.Ids);
    }

    [Fact]
    public void Every_value_begins_with_the_head_of_its_key() =>
        Assert.Equal(CipherColumn.HeadOf("k1"), _column.Seal(Text, 7)[..4]);

    [Fact]
    public void A_key_that_is_not_at_hand_is_named_with_the_column()
    {
        var value = _column.Seal(Text, 7);

        var fault = Assert.Throws<CryptographicException>(() => Cipher(K2).Column(InboundText).Open(value, 7));

        Assert.Contains("'k1'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("inbound.text", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_key_of_the_same_id_is_named_and_the_text_is_not()
    {
        var value = _column.Seal(Text, 7);
        var other = Cipher("k1" + K2[2..]).Column(InboundText);

        var fault = Assert.Throws<CryptographicException>(() => other.Open(value, 7));

        Assert.Contains("'k1'", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("王芳", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_threads_share_one_column()
    {
        var rounds = Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var row = (thread * 10_000L) + i;
                Assert.Equal($"{row} {Text}", _column.Open(_column.Seal($"{row} {Text}", row), row));
            }
        }));

        await Task.WhenAll(rounds);
    }

    [Fact]
    public void A_look_up_hash_depends_on_value_purpose_and_key()
    {
        var hash = Cipher(K1).Lookup("phone").Of("13800000001");

        Assert.Equal(LookupHash.Bytes, hash.Length);
        Assert.Equal(hash, Cipher(K2, K1).Lookup("phone").Of("13800000001"));
        Assert.NotEqual(hash, Cipher(K1).Lookup("phone").Of("13800000002"));
        Assert.NotEqual(hash, Cipher(K1).Lookup("name").Of("13800000001"));
        Assert.NotEqual(hash, OtherLookup(K1).Lookup("phone").Of("13800000001"));
    }
}

using UnionBot.Core.Data;
using static UnionBot.Tests.Core.Data.TestKeys;

namespace UnionBot.Tests.Core.Data;

public sealed class EncryptionKeysTests
{
    [Fact]
    public void The_first_key_is_the_current_one()
    {
        var keys = EncryptionKeys.Parse($" {K2} , {K1},", Base64(9));

        Assert.Equal("k2", keys.CurrentId);
        Assert.Equal(["k2", "k1"], keys.Ids);
    }

    [Theory]
    [InlineData("", "Encryption:Keys is empty")]
    [InlineData("AAAA", "entry 1: expected id:base64")]
    [InlineData(":AAAA", "entry 1: an id has 1 to 16")]
    [InlineData("ключ:AAAA", "entry 1: an id has 1 to 16")]
    [InlineData("lookup:AAAA", "'lookup' is reserved")]
    [InlineData("k9:AAAA", "key 'k9': expected 32 bytes")]
    [InlineData("k9:not base64", "key 'k9': expected 32 bytes")]
    public void A_wrong_key_is_refused_with_its_place_and_reason(string keys, string reason)
    {
        var fault = Assert.Throws<FormatException>(() => EncryptionKeys.Parse(keys, Base64(9)));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubles_are_refused()
    {
        Refused($"{K1},k1:{Base64(2)}", Base64(9), "'k1' occurs twice");
        Refused($"{K1},k3:{Base64(1)}", Base64(9), "'k1' and 'k3' are the same key");
        Refused(K1, Base64(1), "the same as key 'k1'");
        Refused(K1, "", "Encryption:LookupKey: expected 32 bytes");
    }

    private static void Refused(string keys, string lookupKey, string reason) =>
        Assert.Contains(
            reason,
            Assert.Throws<FormatException>(() => EncryptionKeys.Parse(keys, lookupKey)).Message,
            StringComparison.Ordinal);
}

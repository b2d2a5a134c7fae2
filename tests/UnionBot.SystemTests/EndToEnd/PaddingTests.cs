using System.Net;

namespace UnionBot.SystemTests.EndToEnd;

/// <summary>Ciphertexts that are signed, but were padded anew by somebody who does not keep to the protocol.</summary>
public sealed class PaddingTests(City city) : IClassFixture<City>
{
    private const int Block = 32;

    [Fact]
    public async Task A_whole_block_of_padding_is_read()
    {
        // Message and appid end on a block, so that a block of nothing else has to follow.
        var unpadded = 20 + (SignedPush.Text("o-pad", "", 1).Message.Length + Sandbox.SandboxUnderTest.AppId.Length);
        var content = new string('a', Block - (unpadded % Block));
        byte[] padded = [];
        var push = SignedPush.Text("o-pad", content, 1) with { ChangePadded = bytes => padded = bytes };

        Assert.Equal(HttpStatusCode.OK, (await city.PostAsync(push)).Status);
        Assert.Equal(Enumerable.Repeat((byte)Block, Block), padded[^Block..]);
    }

    [Theory]
    [InlineData("a second block of padding")]
    [InlineData("padding to 16")]
    [InlineData("no padding")]
    [InlineData("a padding of 0")]
    [InlineData("a padding of 33")]
    [InlineData("a padding of 255")]
    [InlineData("one byte of the padding changed")]
    [InlineData("nothing but padding")]
    public async Task A_ciphertext_that_was_padded_anew_is_refused(string how)
    {
        var before = await CountAsync();

        var answer = await city.PostAsync(SignedPush.Text("o-repadded", "菜单", 2) with { ChangePadded = padded => Repad(padded, how) });

        Assert.Equal((HttpStatusCode.Forbidden, ""), answer);
        Assert.Equal(before, await CountAsync());
    }

    private static byte[] Repad(byte[] padded, string how)
    {
        var content = padded[..^padded[^1]];
        return how switch
        {
            "a second block of padding" => [.. padded, .. Bytes(Block, Block)],
            "padding to 16" => [.. content[..(content.Length / Block * Block)], .. Bytes(16, 16)],
            "no padding" => content[..(content.Length / Block * Block)],
            "a padding of 0" => [.. content, .. Bytes(0, padded.Length - content.Length)],
            "a padding of 33" => [.. padded[..^1], 33],
            "a padding of 255" => [.. padded[..^1], 255],
            "one byte of the padding changed" => [.. content, 7, .. padded[(content.Length + 1)..]],
            _ => [.. Bytes(Block, Block)],
        };
    }

    private static IEnumerable<byte> Bytes(int value, int count) => Enumerable.Repeat((byte)value, count);

    private Task<long> CountAsync() => city.Database.ScalarAsync<long>(
        "SELECT (SELECT count(*) FROM inbound) + (SELECT COALESCE(sum(count), 0)::bigint FROM unreadable_push)");
}

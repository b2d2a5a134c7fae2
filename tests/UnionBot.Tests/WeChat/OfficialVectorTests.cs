using System.Text;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

/// <summary>The sample that the platform ships with its own encryption code.</summary>
public sealed class OfficialVectorTests
{
    private const string Ciphertext =
        "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9"
        + "FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3y"
        + "t+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v"
        + "6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE=";

    private static readonly PushQuery Query = new(
        "16120ec1b8dbb870f510d87ce6bc2463eae6ca1a",
        "1409735669",
        "1320562132",
        EncryptType: "aes",
        MsgSignature: "5d197aaffba7e9b25a30732f161a50dee96bd5fa");

    private static readonly DateTimeOffset ItsTime = DateTimeOffset.FromUnixTimeSeconds(1409735669);

    private readonly PushReader _reader = new(PlatformPen.Keys());

    [Fact]
    public void The_official_sample_is_read()
    {
        var result = _reader.Read(Query, PlatformPen.Wrap(Ciphertext), ItsTime);

        var text = Assert.IsType<TextMessage>(Assert.IsType<PushResult.Accepted>(result).Envelope.Push);
        Assert.Equal("abcdteT", text.Content);
        Assert.Equal("6054768590064713728|oyORnuP8q7ou2gfYjqLzSIWZf0rs|1409735668", text.DedupeKey);
    }

    [Fact]
    public void In_a_compatible_body_the_encrypted_part_counts_and_not_the_plain_fields()
    {
        var body = Encoding.UTF8.GetBytes(
            "<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><MsgType><![CDATA[text]]></MsgType>"
            + $"<Content><![CDATA[forged <Encrypt>x</Encrypt>]]></Content><Encrypt><![CDATA[{Ciphertext}]]></Encrypt></xml>");

        var result = new PushReader(PlatformPen.Keys(WeChatMode.Compatible)).Read(Query, body, ItsTime);

        Assert.Equal("abcdteT", Assert.IsType<TextMessage>(Assert.IsType<PushResult.Accepted>(result).Envelope.Push).Content);
    }

    [Fact]
    public void The_official_signature_verifies_the_address() =>
        Assert.Equal("shr5ch", _reader.VerifyUrl(Query, "shr5ch", ItsTime).Echo);
}

using System.Buffers;
using System.Text;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

public sealed class KeyChangeTests
{
    private const string OldToken = "oldtoken";

    private static readonly PlatformPen OldPen = new(OldToken, PlatformPen.OtherAesKey);

    private readonly PushReader _reader = new(new WeChatKeys(
        PlatformPen.AppId,
        PlatformPen.Token,
        PlatformPen.AesKey,
        previousToken: OldToken,
        previousEncodingAesKey: PlatformPen.OtherAesKey));

    [Fact]
    public void During_a_change_old_and_new_keys_are_accepted_in_any_combination()
    {
        Assert.All(
            [
                new PlatformPen(), OldPen, new PlatformPen(aesKey: PlatformPen.OtherAesKey), new PlatformPen(OldToken),
            ],
            pen =>
            {
                var (query, body) = pen.Sealed(Samples.Text("你好"));
                Assert.IsType<PushResult.Accepted>(_reader.Read(query, body, PlatformPen.Now));
            });
    }

    [Fact]
    public void The_reply_is_sealed_with_the_key_that_opened_the_push()
    {
        var (query, body) = OldPen.Sealed(Samples.Text("你好"));
        var accepted = Assert.IsType<PushResult.Accepted>(_reader.Read(query, body, PlatformPen.Now));

        var output = new ArrayBufferWriter<byte>();
        ReplyWriter.Write(output, accepted.Envelope, new TextReply("收到"), PlatformPen.Now);

        Assert.Contains("收到", OldPen.Unseal(Encoding.UTF8.GetString(output.WrittenSpan)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("with blank")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void An_impossible_token_is_named_and_not_quoted(string token)
    {
        var refused = Assert.Throws<ArgumentException>(
            () => new WeChatKeys(PlatformPen.AppId, token, PlatformPen.AesKey));

        Assert.Contains("Token", refused.Message, StringComparison.Ordinal);
        if (token.Length > 0) Assert.DoesNotContain(token, refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDEF=")]
    public void An_impossible_key_is_named_and_not_quoted(string key)
    {
        var refused = Assert.Throws<ArgumentException>(() => new WeChatKeys(PlatformPen.AppId, PlatformPen.Token, key));

        Assert.Contains("EncodingAESKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(key, refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Safe_mode_without_a_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WeChatKeys(PlatformPen.AppId, PlatformPen.Token, ""));

    [Fact]
    public void Keys_do_not_print_themselves()
    {
        var printed = PlatformPen.Keys().ToString();

        Assert.DoesNotContain(PlatformPen.Token, printed, StringComparison.Ordinal);
        Assert.DoesNotContain(PlatformPen.AesKey, printed, StringComparison.Ordinal);
    }
}

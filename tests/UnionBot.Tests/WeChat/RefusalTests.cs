using System.Text;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

public sealed class RefusalTests
{
    private static readonly PlatformPen Pen = new();

    private static readonly DateTimeOffset Now = PlatformPen.Now;

    private readonly PushReader _safe = new(PlatformPen.Keys());
    private readonly PushReader _compatible = new(PlatformPen.Keys(WeChatMode.Compatible));
    private readonly PushReader _plain = new(PlatformPen.Keys(WeChatMode.Plain));

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(39)]
    public void A_message_signature_with_one_wrong_digit_is_refused(int place)
    {
        var (query, body) = Pen.Sealed(Samples.Text("你好"));
        var forged = query with { MsgSignature = Flip(query.MsgSignature!, place) };

        Assert.Equal(RefusalReason.WrongSignature, Refusal(_safe.Read(forged, body, Now)));
    }

    [Fact]
    public void A_plain_signature_does_not_stand_in_for_the_message_signature()
    {
        var (query, body) = Pen.Sealed(Samples.Text("你好"));
        var forged = query with { MsgSignature = query.Signature };

        Assert.Equal(RefusalReason.WrongSignature, Refusal(_safe.Read(forged, body, Now)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5d197aaffba7e9b25a30732f161a50dee96bd5f")]
    [InlineData("５d197aaffba7e9b25a30732f161a50dee96bd5fa")]
    public void A_signature_of_another_shape_is_refused(string signature)
    {
        var (query, body) = Pen.Sealed(Samples.Text("你好"));

        Assert.IsType<PushResult.Refused>(_safe.Read(query with { MsgSignature = signature }, body, Now));
    }

    [Fact]
    public void A_signature_of_another_token_is_refused()
    {
        var (query, body) = new PlatformPen(token: "another1").Sealed(Samples.Text("你好"));

        Assert.Equal(RefusalReason.WrongSignature, Refusal(_safe.Read(query, body, Now)));
    }

    [Theory]
    [InlineData(-301, true)]
    [InlineData(-300, false)]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void A_timestamp_outside_five_minutes_is_refused(int seconds, bool refused)
    {
        var at = Now.AddSeconds(seconds);
        var body = Encoding.UTF8.GetBytes(Samples.Text("你好"));

        var result = _plain.Read(Pen.PlainQuery(at), body, Now);

        Assert.Equal(refused, result is PushResult.Refused { Reason: RefusalReason.OutsideWindow });
        Assert.Equal(!refused, result is PushResult.Accepted);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    public void An_absurd_timestamp_is_outside_the_window(string timestamp) =>
        Assert.Equal(
            RefusalReason.OutsideWindow, Refusal(_plain.Read(Pen.PlainQuery() with { Timestamp = timestamp }, default, Now)));

    [Fact]
    public void A_missing_query_value_is_refused()
    {
        var (query, body) = Pen.Sealed(Samples.Text("你好"));

        Assert.All(
            [
                query with { Timestamp = null }, query with { Timestamp = "soon" }, query with { Nonce = "" },
                query with { MsgSignature = null },
            ],
            incomplete => Assert.Equal(RefusalReason.MissingField, Refusal(_safe.Read(incomplete, body, Now))));
        Assert.Equal(RefusalReason.MissingField, Refusal(_plain.Read(Pen.PlainQuery() with { Signature = null }, body, Now)));
    }

    [Theory]
    [InlineData("<xml><ToUserName>gh_1</ToUserName></xml>")]
    [InlineData("<xml><Other><Encrypt>abc</Encrypt></Other></xml>")]
    [InlineData("{\"ToUserName\":\"gh_1\"}")]
    [InlineData("{\"Encrypt\":{\"Encrypt\":1}}")]
    [InlineData("not xml")]
    [InlineData("")]
    public void An_encrypted_push_without_ciphertext_is_refused(string body)
    {
        var query = Pen.SealedQuery("");

        Assert.Equal(RefusalReason.MissingField, Refusal(_safe.Read(query, Encoding.UTF8.GetBytes(body), Now)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("raw")]
    [InlineData("none")]
    public void In_safe_mode_an_unencrypted_push_is_a_downgrade_however_well_signed(string? encryptType)
    {
        var query = Pen.PlainQuery() with { EncryptType = encryptType };

        var result = _safe.Read(query, Encoding.UTF8.GetBytes(Samples.Text("你好")), Now);

        Assert.Equal(RefusalReason.Downgrade, Refusal(result));
    }

    [Fact]
    public void In_plain_and_compatible_mode_a_plain_push_needs_its_signature()
    {
        var body = Encoding.UTF8.GetBytes(Samples.Text("你好"));
        var forged = Pen.PlainQuery() with { Signature = new string('0', 40) };

        Assert.IsType<PushResult.Accepted>(_plain.Read(Pen.PlainQuery(), body, Now));
        Assert.IsType<PushResult.Accepted>(_compatible.Read(Pen.PlainQuery(), body, Now));
        Assert.Equal(RefusalReason.WrongSignature, Refusal(_plain.Read(forged, body, Now)));
        Assert.Equal(RefusalReason.WrongSignature, Refusal(_compatible.Read(forged, body, Now)));
    }

    [Fact]
    public void In_plain_mode_without_a_key_the_plain_fields_of_a_compatible_push_are_read()
    {
        var reader = new PushReader(new WeChatKeys(PlatformPen.AppId, PlatformPen.Token, "", WeChatMode.Plain));
        var query = Pen.SealedQuery("whatever");

        Assert.IsType<PushResult.Accepted>(reader.Read(query, Encoding.UTF8.GetBytes(Samples.Text("你好")), Now));
    }

    [Fact]
    public void Another_accounts_message_is_refused()
    {
        var (query, body) = new PlatformPen(appId: "wx0000000000000000").Sealed(Samples.Text("你好"));

        Assert.Equal(RefusalReason.WrongAppId, Refusal(_safe.Read(query, body, Now)));
    }

    [Fact]
    public void A_message_to_another_original_id_is_refused()
    {
        var (query, body) = Pen.Sealed(Samples.Text("你好"));

        var own = new PushReader(PlatformPen.Keys(originalId: Samples.Account)).Read(query, body, Now);
        var other = new PushReader(PlatformPen.Keys(originalId: "gh_other")).Read(query, body, Now);

        Assert.IsType<PushResult.Accepted>(own);
        Assert.Equal(RefusalReason.WrongAccount, Refusal(other));
    }

    [Fact]
    public void A_signed_ciphertext_of_another_key_is_refused()
    {
        var (query, body) = new PlatformPen(aesKey: PlatformPen.OtherAesKey).Sealed(Samples.Text("你好"));

        Assert.IsType<PushResult.Refused>(_safe.Read(query, body, Now));
    }

    [Fact]
    public void Every_truncation_of_a_ciphertext_is_refused()
    {
        var whole = Convert.FromBase64String(Pen.Encrypt(Pen.Frame(Encoding.UTF8.GetBytes(Samples.Text("你好")))));

        for (var length = 0; length < whole.Length; length++)
        {
            var ciphertext = Convert.ToBase64String(whole.AsSpan(0, length));
            var result = _safe.Read(Pen.SealedQuery(ciphertext), PlatformPen.Wrap(ciphertext), Now);
            Assert.IsType<PushResult.Refused>(result);
        }
    }

    [Theory]
    [InlineData("!!!!")]
    [InlineData("AAAA")]
    [InlineData("A")]
    public void Something_that_is_no_ciphertext_is_refused(string ciphertext) =>
        Assert.Equal(
            RefusalReason.Undecipherable,
            Refusal(_safe.Read(Pen.SealedQuery(ciphertext), PlatformPen.Wrap(ciphertext), Now)));

    [Fact]
    public void A_repadded_frame_is_refused()
    {
        var frame = Pen.Frame(Encoding.UTF8.GetBytes(Samples.Text("你好")));
        byte[] unpadded = [.. frame.AsSpan(0, frame.Length - frame[^1])];

        Assert.All(
            [
                Padded(unpadded, 0), Padded(unpadded, 33), Padded(unpadded, 255), // a value outside 1 to 32
                [.. frame, .. Enumerable.Repeat((byte)32, 32)], // a second padding behind the first
                [.. frame.AsSpan(0, frame.Length - 2), (byte)(frame[^1] ^ 1), frame[^1]], // unequal bytes
                [.. frame.AsSpan(0, frame.Length - 1), 1], // a shorter padding than there is
            ],
            bad => Assert.IsType<PushResult.Refused>(ReadFrame(bad)));
        Assert.IsType<PushResult.Accepted>(ReadFrame(frame));
    }

    [Theory]
    [InlineData(uint.MaxValue)]
    [InlineData(int.MaxValue)]
    [InlineData(100_000u)]
    [InlineData(0u)]
    public void A_length_that_lies_is_refused(uint length)
    {
        var frame = Pen.Frame(Encoding.UTF8.GetBytes(Samples.Text("你好")));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(16), length);

        Assert.IsType<PushResult.Refused>(ReadFrame(frame));
    }

    [Theory]
    [InlineData(0, RefusalReason.WrongAppId)]
    [InlineData(1, RefusalReason.Undecipherable)]
    public void A_length_that_leaves_no_room_for_the_appid_is_refused(int more, RefusalReason reason)
    {
        const int HeaderLength = 20;
        var frame = Pen.Frame(Encoding.UTF8.GetBytes(Samples.Text("你好")));
        var everything = frame.Length - frame[^1] - HeaderLength;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(16), (uint)(everything + more));

        Assert.Equal(reason, Refusal(ReadFrame(frame)));
    }

    [Fact]
    public void A_frame_too_short_for_its_header_is_refused() =>
        Assert.Equal(RefusalReason.Undecipherable, Refusal(ReadFrame([.. Enumerable.Repeat((byte)32, 32)])));

    [Fact]
    public void An_address_check_is_refused_for_the_same_reasons()
    {
        var query = Pen.PlainQuery();

        Assert.Equal("3829", _safe.VerifyUrl(query, "3829", Now).Echo);
        Assert.Equal(RefusalReason.MissingField, _safe.VerifyUrl(query, "", Now).Refusal);
        Assert.Equal(RefusalReason.MissingField, _safe.VerifyUrl(default, "3829", Now).Refusal);
        Assert.Equal(RefusalReason.OutsideWindow, _safe.VerifyUrl(query, "3829", Now.AddHours(1)).Refusal);
        var forged = _safe.VerifyUrl(query with { Signature = Flip(query.Signature!, 39) }, "3829", Now);
        Assert.Equal(RefusalReason.WrongSignature, forged.Refusal);
        Assert.Null(forged.Echo);
    }

    private PushResult ReadFrame(byte[] frame)
    {
        var ciphertext = Pen.Encrypt(frame);
        return _safe.Read(Pen.SealedQuery(ciphertext), PlatformPen.Wrap(ciphertext), Now);
    }

    private static byte[] Padded(byte[] unpadded, byte value)
    {
        var count = 32 - (unpadded.Length % 32);
        return [.. unpadded, .. Enumerable.Repeat(value, count)];
    }

    private static string Flip(string hex, int place) => hex[..place] + (hex[place] == '0' ? '1' : '0') + hex[(place + 1)..];

    private static RefusalReason Refusal(PushResult result) => Assert.IsType<PushResult.Refused>(result).Reason;
}

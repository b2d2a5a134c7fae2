using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UnionBot.WeChat.Crypto;
using UnionBot.WeChat.Messages;

namespace UnionBot.Tests.WeChat;

public sealed class CryptoPropertyTests
{
    private static readonly byte[] Key = Convert.FromBase64String(PlatformPen.AesKey + "=");

    private readonly MessageCipher _cipher = new(Key, Encoding.UTF8.GetBytes(PlatformPen.AppId));

    [Fact]
    public void What_is_sealed_opens_here_and_at_the_platform_at_every_length()
    {
        // 0 to 100 covers every padding from 1 to 32 three times.
        foreach (var length in Enumerable.Range(0, 100).Append(5_000).Append(200_000))
        {
            var message = Enumerable.Range(0, length).Select(i => (byte)('a' + (i % 26))).ToArray();
            var sealedMessage = new byte[_cipher.SealedLength(length)];
            _cipher.Seal(message, sealedMessage);
            var ciphertext = Convert.ToBase64String(sealedMessage);

            using var opened = _cipher.Open(Encoding.ASCII.GetBytes(ciphertext));

            Assert.Equal(OpenOutcome.Opened, opened.Outcome);
            Assert.True(opened.Message.Span.SequenceEqual(message));
            Assert.Equal(Encoding.ASCII.GetString(message), new PlatformPen().Decrypt(ciphertext, out var appId));
            Assert.Equal(PlatformPen.AppId, appId);
        }
    }

    [Fact]
    public void What_the_platform_seals_opens_here() => Prop.ForAll<byte[]>(message =>
    {
        var pen = new PlatformPen();
        using var opened = _cipher.Open(Encoding.ASCII.GetBytes(pen.Encrypt(pen.Frame(message))));
        return opened.Outcome is OpenOutcome.Opened && opened.Message.Span.SequenceEqual(message);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_refused_without_an_exception() => Prop.ForAll<byte[]>(garbage =>
    {
        using var raw = _cipher.Open(garbage);
        using var encoded = _cipher.Open(Encoding.ASCII.GetBytes(Convert.ToBase64String(garbage)));
        return raw.Outcome is not OpenOutcome.Opened && encoded.Outcome is not OpenOutcome.Opened;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_signed_body_is_answered_without_an_exception() => Prop.ForAll<byte[]>(message =>
        Samples.Read(message) is PushResult.Malformed).QuickCheckThrowOnFailure();

    [Fact]
    public void A_signature_is_that_of_the_parts_in_order_of_their_bytes()
    {
        var words = Gen.Elements("a", "B", "b", "0", "Zz", "aa", "中", "_", "~").ListOf().Select(string.Concat);

        Prop.ForAll(words.ToArbitrary(), words.ToArbitrary(), words.ToArbitrary(), (timestamp, nonce, ciphertext) =>
        {
            var hex = new byte[Signature.HexLength];
            Signature.Write(hex, "tok123"u8, timestamp, nonce, Encoding.UTF8.GetBytes(ciphertext));
            return Encoding.ASCII.GetString(hex) == PlatformPen.Sha1("tok123", timestamp, nonce, ciphertext);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task One_reader_serves_many_threads()
    {
        var reader = new PushReader(PlatformPen.Keys());
        await Parallel.ForAsync(0, 2_000, (number, _) =>
        {
            var (query, body) = new PlatformPen().Sealed(Samples.Text($"第{number}条"));
            var accepted = (PushResult.Accepted)reader.Read(query, body, PlatformPen.Now);
            Assert.Equal($"第{number}条", ((TextMessage)accepted.Envelope.Push).Content);

            var output = new ArrayBufferWriter<byte>();
            ReplyWriter.Write(output, accepted.Envelope, new TextReply($"收到{number}"), PlatformPen.Now);
            var reply = new PlatformPen().Unseal(Encoding.UTF8.GetString(output.WrittenSpan));
            Assert.Contains($"收到{number}]", reply, StringComparison.Ordinal);
            return ValueTask.CompletedTask;
        });
    }
}

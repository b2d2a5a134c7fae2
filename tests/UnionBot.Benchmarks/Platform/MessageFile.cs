using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace UnionBot.Benchmarks.Platform;

/// <summary>
/// Writes a file of ready HTTP requests, each behind its length: text messages of people drawn at random, encrypted
/// in safe mode and signed, each with a MsgId of its own. They must be sent within five minutes.
/// </summary>
internal static class MessageFile
{
    private const int Chunk = 10_000;

    /// <param name="textOf">What the message of this number says, given the person who writes.</param>
    public static async Task WriteAsync(string path, int count, Func<int, int, string> textOf, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var firstId = now.ToUnixTimeMilliseconds() * 1_000_000;
        var chunks = new byte[(count + Chunk - 1) / Chunk][];
        await Parallel.ForAsync(0, chunks.Length, ct, (chunk, _) =>
        {
            var first = chunk * Chunk;
            chunks[chunk] = WriteChunk(first, Math.Min(Chunk, count - first), firstId, now.ToUnixTimeSeconds(), textOf);
            return ValueTask.CompletedTask;
        });

        await using var file = File.Create(path);
        foreach (var chunk in chunks) await file.WriteAsync(chunk, ct);
    }

    private static byte[] WriteChunk(int first, int count, long firstId, long seconds, Func<int, int, string> textOf)
    {
        using var sealer = new MessageSealer();
        using var bytes = new MemoryStream(count * 1200);
        var random = new Random(unchecked((int)(firstId + first)));
        Span<byte> length = stackalloc byte[sizeof(int)];
        for (var i = first; i < first + count; i++)
        {
            var person = random.Next(1, Account.People + 1);
            var request = Encoding.UTF8.GetBytes(Request(sealer, person, textOf(i, person), firstId + i, seconds));
            BinaryPrimitives.WriteInt32LittleEndian(length, request.Length);
            bytes.Write(length);
            bytes.Write(request);
        }

        return bytes.ToArray();
    }

    private static string Request(MessageSealer sealer, int person, string text, long id, long seconds)
    {
        var openId = Account.OpenIdOf(person);
        var ciphertext = sealer.Seal(
            $"<xml><ToUserName><![CDATA[{Account.OriginalId}]]></ToUserName><FromUserName><![CDATA[{openId}]]></FromUserName>" +
            $"<CreateTime>{seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType>" +
            $"<Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId></xml>");
        var stamp = seconds.ToString(CultureInfo.InvariantCulture);
        var nonce = (id % 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        return PushRequest.Write(
            $"/wechat?signature={MessageSealer.Sign(Account.Token, stamp, nonce)}&timestamp={stamp}&nonce={nonce}" +
            $"&openid={openId}&encrypt_type=aes&msg_signature={MessageSealer.Sign(Account.Token, stamp, nonce, ciphertext)}",
            $"<xml><ToUserName><![CDATA[{Account.OriginalId}]]></ToUserName><Encrypt><![CDATA[{ciphertext}]]></Encrypt></xml>");
    }
}

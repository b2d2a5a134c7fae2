using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace UnionBot.Benchmarks.Platform;

/// <summary>
/// Writes a file of ready HTTP requests, each behind its length: text messages, encrypted in safe mode
/// and signed, each with a MsgId of its own. They must be sent within five minutes.
/// </summary>
internal static class MessageFile
{
    private const int Chunk = 10_000;

    /// <param name="script">The message of each number; asked by several threads at once.</param>
    public static async Task WriteAsync(string path, int count, Func<int, Utterance> script, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        var firstId = now.ToUnixTimeMilliseconds() * 1_000_000;
        var chunks = new byte[(count + Chunk - 1) / Chunk][];
        await Parallel.ForAsync(0, chunks.Length, ct, (chunk, _) =>
        {
            var first = chunk * Chunk;
            chunks[chunk] = WriteChunk(first, Math.Min(Chunk, count - first), firstId, now.ToUnixTimeSeconds(), script);
            return ValueTask.CompletedTask;
        });

        await using var file = File.Create(path);
        foreach (var chunk in chunks) await file.WriteAsync(chunk, ct);
    }

    private static byte[] WriteChunk(int first, int count, long firstId, long seconds, Func<int, Utterance> script)
    {
        using var sealer = new MessageSealer();
        using var bytes = new MemoryStream(count * 1200);
        Span<byte> length = stackalloc byte[sizeof(int)];
        for (var i = first; i < first + count; i++)
        {
            var request = Encoding.UTF8.GetBytes(Request(sealer, script(i), firstId + i, seconds));
            BinaryPrimitives.WriteInt32LittleEndian(length, request.Length);
            bytes.Write(length);
            bytes.Write(request);
        }

        return bytes.ToArray();
    }

    private static string Request(MessageSealer sealer, Utterance utterance, long id, long seconds)
    {
        var openId = Account.OpenIdOf(utterance.Person);
        var ciphertext = sealer.Seal(
            $"<xml><ToUserName><![CDATA[{Account.OriginalId}]]></ToUserName><FromUserName><![CDATA[{openId}]]></FromUserName>" +
            $"<CreateTime>{seconds}</CreateTime><MsgType><![CDATA[text]]></MsgType>" +
            $"<Content><![CDATA[{utterance.Text}]]></Content><MsgId>{id}</MsgId></xml>");
        var stamp = seconds.ToString(CultureInfo.InvariantCulture);
        var nonce = (id % 1_000_000_000).ToString(CultureInfo.InvariantCulture);
        return PushRequest.Write(
            $"/wechat?signature={MessageSealer.Sign(Account.Token, stamp, nonce)}&timestamp={stamp}&nonce={nonce}" +
            $"&openid={openId}&encrypt_type=aes&msg_signature={MessageSealer.Sign(Account.Token, stamp, nonce, ciphertext)}",
            $"<xml><ToUserName><![CDATA[{Account.OriginalId}]]></ToUserName><Encrypt><![CDATA[{ciphertext}]]></Encrypt></xml>");
    }
}

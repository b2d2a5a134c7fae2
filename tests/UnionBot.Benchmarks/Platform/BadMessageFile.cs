using System.Buffers.Binary;
using System.Text;

namespace UnionBot.Benchmarks.Platform;

/// <summary>Writes what anybody on the net may send: mostly unsigned or wrongly signed, a few far too large.</summary>
internal static class BadMessageFile
{
    private const int OversizedEvery = 100;
    private const int OversizedBytes = 300 * 1024;

    public static async Task WriteAsync(string path, int count, CancellationToken ct)
    {
        await using var file = File.Create(path);
        var length = new byte[sizeof(int)];
        for (var i = 0; i < count; i++)
        {
            var request = Encoding.UTF8.GetBytes(Request(i));
            BinaryPrimitives.WriteInt32LittleEndian(length, request.Length);
            await file.WriteAsync(length, ct);
            await file.WriteAsync(request, ct);
        }
    }

    private static string Request(int number)
    {
        var stamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var signed =
            $"/wechat?signature={new string('a', 40)}&timestamp={stamp}&nonce={number}&openid={Account.OpenIdOf(number + 1)}" +
            $"&encrypt_type=aes&msg_signature={new string('b', 40)}";
        var ciphertext = new string('A', number % OversizedEvery == 0 ? OversizedBytes : 512);
        var body =
            $"<xml><ToUserName><![CDATA[{Account.OriginalId}]]></ToUserName><Encrypt><![CDATA[{ciphertext}]]></Encrypt></xml>";
        return PushRequest.Write(number % 2 == 0 ? signed : "/wechat", body);
    }
}

using System.Net;
using System.Net.Sockets;
using UnionBot.Benchmarks.Load;

namespace UnionBot.Benchmarks.Bot;

/// <summary>Knocks until a server answers.</summary>
internal static class FirstAnswer
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>Sends the request anew until the answer has status 200.</summary>
    /// <returns>The body.</returns>
    public static async Task<byte[]> WaitAsync(IPEndPoint server, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        while (true)
        {
            if (await TryAsync(server, request, ct) is { } body) return body;

            await Task.Delay(Glance, ct);
        }
    }

    private static async Task<byte[]?> TryAsync(IPEndPoint server, ReadOnlyMemory<byte> request, CancellationToken ct)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server, ct);
            await client.GetStream().WriteAsync(request, ct);
            return await ReadAsync(client.GetStream(), ct);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(NetworkStream stream, CancellationToken ct)
    {
        var received = new byte[64 * 1024];
        for (var length = 0; ;)
        {
            var count = await stream.ReadAsync(received.AsMemory(length), ct);
            length += count;
            if (ResponseReader.Read(received.AsSpan(0, length)) is { } whole)
            {
                return whole.Status == StatusCodes.Status200OK ? received[whole.BodyAt..length] : null;
            }

            if (count == 0) return null;
        }
    }
}

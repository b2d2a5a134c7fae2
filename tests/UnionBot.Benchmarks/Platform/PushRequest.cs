using System.Text;

namespace UnionBot.Benchmarks.Platform;

/// <summary>Writes one push as the platform's HTTP request.</summary>
internal static class PushRequest
{
    public static string Write(string address, string body) =>
        $"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: Mozilla/4.0\r\nAccept: */*\r\n" +
        $"Content-Type: text/xml\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
}

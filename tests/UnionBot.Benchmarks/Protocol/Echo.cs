namespace UnionBot.Benchmarks.Protocol;

/// <summary>What the servers say that keep nothing.</summary>
internal static class Echo
{
    public static string Of(string text) => $"收到：{text}";
}

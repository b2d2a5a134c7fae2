namespace UnionBot.Benchmarks.Platform;

/// <summary>The invented account whose messages are sent.</summary>
internal static class Account
{
    public const string AppId = "wx0123456789abcdef";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string Token = "benchmarktoken";
    public const string EncodingAesKey = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string OriginalId = "gh_0123456789ab";

    /// <summary>How many people write, each a bound member.</summary>
    public const int People = 1_000_000;

    /// <summary>How many more stand on the roster and have never written; their numbers follow.</summary>
    public const int Newcomers = 200_000;

    public static byte[] AesKey => Convert.FromBase64String(EncodingAesKey + "=");

    /// <param name="person">1 to <see cref="People"/>, and the newcomers above.</param>
    public static string OpenIdOf(int person) => $"o{person:D27}";
}

using System.Security.Cryptography;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>A password for the first sign-in: easy to read aloud, 59 bits of chance, never kept in clear.</summary>
internal static class OneTimePassword
{
    /// <summary>So long it can be used, on real time.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(24);

    // Without what looks alike: 0 and o, 1, l and i.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static string Create() => $"{Some(Letters, 4)}-{Some(Letters + Digits, 4)}-{Some(Digits, 2)}{Some(Letters, 3)}";

    private static string Some(string from, int count) => new(RandomNumberGenerator.GetItems<char>(from, count));
}

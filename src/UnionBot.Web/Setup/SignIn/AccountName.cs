using System.Text.RegularExpressions;

namespace UnionBot.Web.Setup.SignIn;

/// <summary>The names by which staff sign in.</summary>
internal static partial class AccountName
{
    public const int Longest = 40;

    /// <summary>What is allowed, for whoever typed something else.</summary>
    public const string Allowed = "2 to 40 letters a-z, digits, dots, dashes or underscores";

    public static bool IsValid(string name) => Shape.IsMatch(name);

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{2,40}\z")]
    private static partial Regex Shape { get; }
}

using System.Text.RegularExpressions;

namespace UnionBot.WeChat.Messages.Reading;

/// <summary>Replaces escaped halves of surrogate pairs in JSON, which no string can hold.</summary>
internal static partial class HalfSurrogates
{
    /// <summary>Puts U+FFFD where an escape names half a pair; whole pairs and escaped backslashes are left alone.</summary>
    public static string Replace(string json) =>
        Escapes().Replace(json, match => match.Groups["half"].Success ? @"\uFFFD" : match.Value);

    [GeneratedRegex(
        @"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})|\\.",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Escapes();
}

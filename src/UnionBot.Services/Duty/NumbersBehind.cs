using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionBot.Services.Duty;

/// <summary>The numbers behind some words: 2 and 3 in 收到 2，3。</summary>
internal static partial class NumbersBehind
{
    /// <returns>Empty when there are none; what is too long for a number is left out.</returns>
    public static IReadOnlyList<long> In(string text) =>
    [
        .. Digits.Matches(text)
            .Select(m => long.TryParse(m.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null)
            .OfType<long>(),
    ];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits { get; }
}

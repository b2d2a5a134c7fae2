using System.Diagnostics.CodeAnalysis;

namespace UnionBot.Core.People;

/// <summary>A mobile number of mainland China: 11 digits, the first 1, the second 3 to 9.</summary>
/// <remarks>That it belongs to the person is only shown by a code sent to it.</remarks>
public sealed class MobileNumber
{
    public const int Length = 11;

    private static readonly string[] CountryCodes = ["+86", "0086", "86"];

    private MobileNumber(string value) => Value = value;

    /// <summary>11 ASCII digits. Kept only in an encrypted field.</summary>
    public string Value { get; }

    /// <param name="text">As written or said: +86, blanks, hyphens, brackets, full width, 幺 and 两 are understood.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out MobileNumber? number)
    {
        var value = WithoutCountry(DigitText.Compact(text).Trim().Trim('(', ')', '（', '）').Replace('＋', '+'));
        number = IsMobile(value) ? new MobileNumber(value) : null;
        return number is not null;
    }

    /// <param name="digits">ASCII digits only.</param>
    internal static bool IsMobile(ReadOnlySpan<char> digits) =>
        digits.Length == Length && StartsLikeMobile(digits) && !digits.ContainsAnyExceptInRange('0', '9');

    internal static bool StartsLikeMobile(ReadOnlySpan<char> digits) => digits[0] == '1' && digits[1] is >= '3' and <= '9';

    /// <summary>Masked, so that no log shows the number.</summary>
    public override string ToString() => DisplayMask.Mobile(Value);

    private static string WithoutCountry(string value)
    {
        foreach (var code in CountryCodes)
        {
            if (value.Length >= code.Length + Length && value.StartsWith(code, StringComparison.Ordinal))
                return value[code.Length..].Trim('(', ')', '（', '）');
        }

        return value;
    }
}

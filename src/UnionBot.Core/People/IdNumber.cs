using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace UnionBot.Core.People;

/// <summary>A citizen's identity number (居民身份证号, GB 11643) whose birth date and check digit are right.</summary>
/// <remarks>
/// The first six digits are those of the place and time of first registration and are not checked: places come and go.
/// </remarks>
public sealed class IdNumber
{
    private const int Length = 18;
    private const int FirstGenerationLength = 15;
    private const string CheckDigits = "10X98765432";

    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private IdNumber(string value, DateOnly bornOn) => (Value, BornOn) = (value, bornOn);

    /// <summary>18 characters, X in upper case. Kept only in an encrypted field.</summary>
    public string Value { get; }

    public DateOnly BornOn { get; }

    /// <param name="text">As written: full width, lower-case x, blanks and hyphens are understood.</param>
    /// <param name="today">Today in China; nobody is born later.</param>
    /// <param name="fault">When false is returned, the first thing that is wrong.</param>
    public static bool TryParse(
        string text,
        DateOnly today,
        [NotNullWhen(true)] out IdNumber? number,
        [NotNullWhen(false)] out IdNumberFault? fault)
    {
        var value = DigitText.Compact(text);
        number = null;
        fault = FaultOf(value, today, out var bornOn);
        if (fault is not null) return false;

        number = new IdNumber(value, bornOn);
        return true;
    }

    /// <summary>The check character that belongs to 17 digits.</summary>
    internal static char CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) sum += (digits[i] - '0') * Weights[i];
        return CheckDigits[sum % CheckDigits.Length];
    }

    /// <summary>Masked, so that no log shows the number.</summary>
    public override string ToString() => DisplayMask.IdNumber(Value);

    private static IdNumberFault? FaultOf(string value, DateOnly today, out DateOnly bornOn)
    {
        bornOn = default;
        if (value.Length == FirstGenerationLength && value.All(char.IsAsciiDigit)) return IdNumberFault.FirstGeneration;
        if (value.Length != Length) return IdNumberFault.Length;
        if (!value[..^1].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(value[^1]) || value[^1] == 'X'))
            return IdNumberFault.Characters;

        var birth = value.AsSpan(6, 8);
        if (!DateOnly.TryParseExact(birth, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out bornOn)
            || bornOn < EarliestBirth || bornOn > today)
            return IdNumberFault.BirthDate;

        return CheckDigit(value) == value[^1] ? null : IdNumberFault.CheckDigit;
    }
}

/// <summary>Why a text is not an identity number.</summary>
public enum IdNumberFault
{
    /// <summary>15 digits: a card of the first generation, invalid since 2013.</summary>
    FirstGeneration,
    Length,
    Characters,
    BirthDate,
    CheckDigit,
}

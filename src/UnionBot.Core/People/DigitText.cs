using System.Buffers;

namespace UnionBot.Core.People;

/// <summary>How people write numbers: full width, spoken (幺三八), with blanks and hyphens between.</summary>
internal static class DigitText
{
    /// <summary>Everything that <see cref="Digit"/> reads, for a vectorised search.</summary>
    public static readonly SearchValues<char> Digits =
        SearchValues.Create("0123456789０１２３４５６７８９零〇一二三四五六七八九幺两");

    private static readonly SearchValues<char> Separators =
        SearchValues.Create(" \t\u00A0\u2002\u2003\u2009\u200B\u202F\u3000-_\u2010\u2011\u2012\u2013\u2014\u2212\uFF0D\uFF3F");

    /// <returns>The digit as 0 to 9; null when the character is none.</returns>
    public static char? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c,
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        '零' or '〇' => '0',
        '一' or '幺' => '1',
        '二' or '两' => '2',
        '三' => '3',
        '四' => '4',
        '五' => '5',
        '六' => '6',
        '七' => '7',
        '八' => '8',
        '九' => '9',
        _ => null,
    };

    public static bool IsSeparator(char c) => Separators.Contains(c);

    public static bool IsX(char c) => c is 'x' or 'X' or 'ｘ' or 'Ｘ';

    /// <summary>The digits in ASCII and X in upper case, without separators; other characters stay.</summary>
    public static string Compact(string text) =>
        string.Concat(text.Where(c => !IsSeparator(c)).Select(c => IsX(c) ? 'X' : Digit(c) ?? c));
}

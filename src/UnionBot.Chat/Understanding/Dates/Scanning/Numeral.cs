namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>A number of a day, month, hour or the like, in digits or Chinese numerals.</summary>
/// <param name="Digits">How many ASCII digits it was written with; 0 for Chinese numerals.</param>
/// <param name="HasLeadingZero">03, 零五.</param>
internal readonly record struct Numeral(int Value, int Digits, bool HasLeadingZero)
{
    private const string Units = "〇一二三四五六七八九";

    public bool IsChinese => Digits == 0;

    /// <summary>Takes 0 to 9999 in digits or 0 to 99 in Chinese numerals; digits are taken whole or not at all.</summary>
    public static bool TryTake(ref Cursor cursor, out Numeral numeral)
    {
        var start = cursor.At;
        while (cursor.Here == ' ') cursor.At++;
        if (char.IsAsciiDigit(cursor.Here) ? TryDigits(ref cursor, out numeral) : TryChinese(ref cursor, out numeral)) return true;

        cursor.At = start;
        return false;
    }

    /// <summary>As <see cref="TryTake"/>, also two numerals said one by one: 二五 is 25.</summary>
    public static bool TryTakeSpelled(ref Cursor cursor, out Numeral numeral)
    {
        if (!TryTake(ref cursor, out numeral)) return false;
        if (numeral is { IsChinese: true, Value: > 0 and < 10 } && !numeral.HasLeadingZero && UnitOf(cursor.Here) is >= 0 and var unit)
        {
            cursor.At++;
            numeral = numeral with { Value = (numeral.Value * 10) + unit };
        }

        return true;
    }

    /// <summary>0 to 9 for a Chinese numeral; -1 for anything else.</summary>
    public static int UnitOf(char c) => c == '零' ? 0 : c == '\0' ? -1 : Units.IndexOf(c, StringComparison.Ordinal);

    /// <summary>True for what numbers are made of, in digits or Chinese.</summary>
    public static bool IsNumeral(char c) =>
        char.IsAsciiDigit(c) || UnitOf(c) >= 0 || c is '十' or '廿' or '卅' or '百' or '两' or '幺';

    private static bool TryDigits(ref Cursor cursor, out Numeral numeral)
    {
        var (value, digits, zero) = (0, 0, cursor.Here == '0');
        for (; char.IsAsciiDigit(cursor.Here); cursor.At++)
        {
            if (++digits > 4) break;
            value = (value * 10) + (cursor.Here - '0');
        }

        numeral = new Numeral(value, digits, zero && digits > 1);
        return digits <= 4;
    }

    private static bool TryChinese(ref Cursor cursor, out Numeral numeral)
    {
        var hasZero = UnitOf(cursor.Here) == 0;
        if (hasZero) cursor.At++;

        var tens = hasZero ? 0 : TakeTens(ref cursor);
        var unit = cursor.Here == '两' && tens == 0 ? 2 : UnitOf(cursor.Here);
        if (unit > 0) cursor.At++;

        numeral = new Numeral((tens * 10) + Math.Max(unit, 0), 0, hasZero && unit > 0);
        return hasZero || tens > 0 || unit > 0;
    }

    private static int TakeTens(ref Cursor cursor)
    {
        var tens = cursor.Here switch { '十' => 1, '廿' => 2, '卅' => 3, _ => 0 };
        var length = 1;
        if (tens == 0 && cursor.Peek(1) == '十') (tens, length) = (Math.Max(0, UnitOf(cursor.Here)), 2);
        if (tens > 0) cursor.At += length;
        return tens;
    }
}

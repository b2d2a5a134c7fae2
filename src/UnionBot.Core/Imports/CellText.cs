using System.Text.RegularExpressions;

namespace UnionBot.Core.Imports;

/// <summary>What people and spreadsheets leave around the text of a cell.</summary>
internal static partial class CellText
{
    // Zero-width characters and the byte order mark come along when a cell is pasted from a web page.
    private const string Invisible = "\u200B\u200C\u200D\u2060\uFEFF";

    /// <summary>Without blanks around it, and without the signs that mark a number as text: '0012 and ="0012".</summary>
    public static string Clean(string text)
    {
        text = Trim(text);
        if (text.StartsWith("=\"", StringComparison.Ordinal) && text.EndsWith('"') && text.Length > 2)
            return Trim(text[2..^1]);

        return text.Length > 1 && text[0] == '\'' && char.IsAsciiLetterOrDigit(text[1]) ? Trim(text[1..]) : text;
    }

    /// <summary>3.70E+17: what a spreadsheet shows, and then saves, in place of a long number.</summary>
    [GeneratedRegex(@"^[0-9](\.[0-9]+)?[Ee]\+?[0-9]{1,2}$")]
    public static partial Regex Scientific { get; }

    /// <summary>What a spreadsheet shows where a formula has no result.</summary>
    [GeneratedRegex(@"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|名称\?)$")]
    public static partial Regex FormulaError { get; }

    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return text[start..end];
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Invisible.Contains(c, StringComparison.Ordinal);
}

using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads a worker's own age: 我四十八了, 今年52, 62岁, 我儿子15.</summary>
internal static partial class AgeReader
{
    private const int Youngest = 8;
    private const int Oldest = 90;

    /// <param name="text">In plain Chinese.</param>
    public static int? Read(string text)
    {
        foreach (Match match in Age.Matches(text))
        {
            if (ChineseNumber.Read(match.Groups["years"].Value) is >= Youngest and <= Oldest and var years) return (int)years;
        }

        return null;
    }

    [GeneratedRegex(
        @"(?<years>[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?)\s*(周?岁|虚岁)(?!以[上下])" +
        @"|(?:^|[，,。])(?<years>[一二三四五六七八九]十[一二三四五六七八九]?|[1-9][0-9])了" +
        @"|(我|俺|今年|年龄|孩子|儿子|闺女|女儿|弟弟|妹妹|刚|都|快)(今年|都|刚|快|已经|也)?\s*(?<years>[0-9]{2}|[一二三四五六七八九]?十[一二三四五六七八九]?)(了|啦|，|,|。|$)")]
    private static partial Regex Age { get; }
}

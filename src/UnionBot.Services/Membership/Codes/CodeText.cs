using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Membership.Codes;

/// <summary>Reads what people answer when they are asked for a code.</summary>
internal static class CodeText
{
    private static readonly string[] AgainWords =
        ["重发", "重新发", "再发", "没收到", "没有收到", "收不到", "没收着", "过期", "失效", "再来一条", "再来一个", "发验证码"];

    /// <summary>Whether another code is wanted: 重发, 没收到啊, 能再发一次吗.</summary>
    public static bool AsksAgain(string text) => AgainWords.Any(word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>As <see cref="AsksAgain"/>, where a name is expected: 李再发 is one, 再发一次 is none.</summary>
    public static bool IsRequest(string text) => AgainWords.Any(word => text.StartsWith(word, StringComparison.Ordinal));

    /// <returns>Six ASCII digits, however they were written or said; null when the text holds no such number.</returns>
    public static string? Digits(string text)
    {
        if (ChineseNumber.ReadDigits(text) is { Length: OneTimeCode.Digits } all) return all;

        // 验证码是 123456。 A longer run of digits is something else.
        var runs = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? c : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return runs is [{ Length: OneTimeCode.Digits } only] ? only : null;
    }
}

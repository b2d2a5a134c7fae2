namespace UnionBot.Chat.Understanding;

/// <summary>Takes from a phrase what carries no meaning of its own: punctuation, emoji, courtesy, particles.</summary>
internal static class Phrase
{
    /// <summary>Longest first, so that 我想要 is taken before 我想.</summary>
    private static readonly string[] Openers =
    [
        "麻烦帮我", "请你帮我", "请帮我", "我想要", "麻烦您", "麻烦你", "我要看", "我想看", "查一下", "看一下", "查查", "看看",
        "我要", "我想", "帮我", "给我", "麻烦", "你好", "您好", "请问", "我选", "请", "要", "选", "看", "查",
    ];

    private static readonly string[] Closers =
    [
        "谢谢您", "谢谢你", "谢谢", "多谢", "一下", "可以吗", "行吗", "好吗",
        "吧", "啊", "呀", "呢", "哦", "嘛", "呗", "啦", "哈", "哟", "了", "吗",
    ];

    /// <summary>The phrase without what is neither letter nor digit at both ends.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && !char.IsLetterOrDigit(text[start])) start++;
        while (end > start && !char.IsLetterOrDigit(text[end - 1])) end--;
        return text[start..end];
    }

    /// <summary>Takes one courtesy from the front: 请, 我想, 帮我.</summary>
    /// <returns>False when there is none, or nothing would be left.</returns>
    public static bool TryOpener(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        foreach (var opener in Openers)
        {
            if (!text.StartsWith(opener, StringComparison.Ordinal)) continue;
            rest = Trim(text[opener.Length..]);
            return rest.Length > 0;
        }

        rest = text;
        return false;
    }

    /// <summary>Takes one particle or thanks from the end: 吧, 了, 谢谢.</summary>
    /// <returns>False when there is none, or nothing would be left.</returns>
    public static bool TryCloser(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        foreach (var closer in Closers)
        {
            if (!text.EndsWith(closer, StringComparison.Ordinal)) continue;
            rest = Trim(text[..^closer.Length]);
            return rest.Length > 0;
        }

        rest = text;
        return false;
    }
}

namespace UnionBot.Chat.Understanding;

/// <summary>Reads which entry of a list a person chose: 2, 第二个, 头一个, 最后一个, or by its name.</summary>
public static class Choice
{
    private static readonly string[] Openers = ["我要选", "我选择", "选择", "我选", "我要", "就要", "就选", "就", "要", "选", "按", "回复", "第", "头", "no."];

    private static readonly string[] Closers =
    [
        "个", "号", "条", "项", "种", "位", "家", "吧", "了", "啊", "呀", "呢", "哦", "嘛", "的", "好", "行", "可以", "谢谢",
    ];

    private static readonly string[] Refusals = ["不", "别", "除了", "没"];

    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <param name="count">How many entries were shown.</param>
    /// <returns>The zero-based index; null when the whole text is not the number of one of the entries.</returns>
    public static int? Read(string text, int count) =>
        ReadNumber(text, count) is { } number && number >= 1 && number <= count ? number - 1 : null;

    /// <summary>As <see cref="Read(string, int)"/>; else the one entry whose name is the text, is in it, or has it as a part.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <param name="names">The entries in the order shown.</param>
    public static int? Read(string text, IReadOnlyList<string> names) =>
        Read(text, names.Count) ?? ReadName(text, names);

    /// <summary>True when the whole text is a bare number or ordinal, whatever list it may belong to.</summary>
    public static bool IsNumber(string text) => ReadNumber(text, count: int.MaxValue) is not null;

    private static int? ReadNumber(ReadOnlySpan<char> text, int count)
    {
        // 两个 counts, it does not point: a person who wants the second says 第二个.
        if (text.Length is 0 or > 16 || text.IndexOfAny("两俩仨") >= 0) return null;

        var bare = Phrase.Trim(text);
        if (count != int.MaxValue && bare is "最后一个" or "最后" or "最后那个" or "末一个") return count;

        while (TakeFront(ref bare)) { }
        do
        {
            if (ChineseNumber.Read(bare) is { } number) return number is > 0 and < 1000 ? (int)number : null;
        }
        while (TakeEnd(ref bare));

        return null;
    }

    private static bool TakeFront(ref ReadOnlySpan<char> text)
    {
        foreach (var opener in Openers)
        {
            if (!text.StartsWith(opener, StringComparison.OrdinalIgnoreCase)) continue;
            text = Phrase.Trim(text[opener.Length..]);
            return true;
        }

        return false;
    }

    private static bool TakeEnd(ref ReadOnlySpan<char> text)
    {
        foreach (var closer in Closers)
        {
            if (!text.EndsWith(closer, StringComparison.Ordinal)) continue;
            text = Phrase.Trim(text[..^closer.Length]);
            return true;
        }

        return false;
    }

    private static int? ReadName(ReadOnlySpan<char> text, IReadOnlyList<string> names)
    {
        var said = Phrase.Trim(text);
        if (said.IsEmpty || ChineseNumber.Read(said) is not null) return null;

        for (var i = 0; i < names.Count; i++)
        {
            if (said.Equals(names[i], StringComparison.OrdinalIgnoreCase)) return i;
        }

        foreach (var refusal in Refusals)
        {
            if (said.StartsWith(refusal, StringComparison.Ordinal)) return null;
        }

        return OnlyOne(said, names, (spoken, name) => spoken.Contains(name, StringComparison.OrdinalIgnoreCase))
            ?? OnlyOne(said, names, IsPartOf);
    }

    /// <summary>One character is enough at the front of a name (王 for 王律师), never inside of one.</summary>
    private static bool IsPartOf(ReadOnlySpan<char> said, ReadOnlySpan<char> name) =>
        said.Length > 1
            ? name.Contains(said, StringComparison.OrdinalIgnoreCase)
            : name[0] == said[0] && !char.IsAsciiDigit(said[0]);

    private delegate bool Fits(ReadOnlySpan<char> said, ReadOnlySpan<char> name);

    private static int? OnlyOne(ReadOnlySpan<char> said, IReadOnlyList<string> names, Fits fits)
    {
        int? found = null;
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i].Length == 0 || !fits(said, names[i])) continue;
            if (found is not null) return null;
            found = i;
        }

        return found;
    }
}

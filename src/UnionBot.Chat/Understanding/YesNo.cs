namespace UnionBot.Chat.Understanding;

/// <summary>Reads a Chinese yes or no.</summary>
public static class YesNo
{
    private static readonly string[] Yes =
    [
        "是", "是的", "是是", "对", "对的", "对对", "对对对", "没错", "好", "好的", "好的好的", "好好", "好好好", "可以", "可以的", "可以可以",
        "行", "行的", "行行", "中", "成", "得", "嗯", "嗯嗯", "嗯嗯嗯", "恩", "确认", "确定", "同意", "愿意", "要", "要的", "需要",
        "没问题", "没有问题", "就这样", "就这么办", "定了", "就这样吧,定了", "能", "能来", "有", "必须的", "继续", "接着办", "ok", "okay", "yes", "y",
    ];

    private static readonly string[] No =
    [
        "否", "不", "不是", "不是的", "不用", "不要", "不行", "不对", "不中", "不可以", "不同意", "不愿意", "不需要", "不必", "不成",
        "不了", "没有", "没", "先不办", "先不用", "先不", "先不要", "暂时不", "暂不", "不想", "不能", "不继续", "别", "别了", "错了",
        "算了", "拒绝", "不办", "免了", "都不是", "都不要", "都不", "no", "n",
    ];

    private static readonly WordTable<bool> Words = new(Table());

    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <returns>True for yes, false for no, null when the whole text is neither. A bare number is neither.</returns>
    public static bool? Read(string text) => Words.TryFind(text, out var yes) ? yes : null;

    /// <summary>Reads the answer to a question that showed 1 for yes and 2 for no.</summary>
    public static bool? ReadNumbered(string text) => Choice.Read(text, 2) is { } index ? index == 0 : Read(text);

    private static Dictionary<string, bool> Table()
    {
        var table = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        foreach (var word in Yes) table.Add(word, true);
        foreach (var word in No) table.Add(word, false);
        return table;
    }
}

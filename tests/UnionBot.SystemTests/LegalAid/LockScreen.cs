namespace UnionBot.SystemTests.LegalAid;

/// <summary>A phone lies open on tables: what is sent by itself says nothing of topic, lawyer or employer where it is read on a locked one.</summary>
internal static class LockScreen
{
    /// <summary>Not in the first line of a message, nor anywhere in its short form.</summary>
    private static readonly string[] NotFirst =
    [
        "律师", "法律", "法援", "仲裁", "欠薪", "工资", "工伤", "辞退", "社保", "加班", "合同", "怀孕", "纠纷", "官司", "劳动", "公司", "单位", "厂", "老板",
    ];

    /// <summary>Nowhere in a message.</summary>
    private static readonly string[] Nowhere = ["周静", "李明", "鑫源", "仲裁", "欠薪", "工伤", "辞退", "官司"];

    /// <returns>The words that must not be there; null when there are none.</returns>
    public static string? FaultIn(string text, bool isShortForm) =>
        Array.Find(NotFirst, word => (isShortForm ? text : text.Split('\n')[0]).Contains(word, StringComparison.Ordinal))
        ?? Array.Find(Nowhere, word => text.Contains(word, StringComparison.Ordinal));
}

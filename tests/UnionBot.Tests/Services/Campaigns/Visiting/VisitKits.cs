using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Services.Campaigns.Visiting;

namespace UnionBot.Tests.Services.Campaigns.Visiting;

/// <summary>Kits of campaigns, and the reader of the product's words.</summary>
internal static class VisitKits
{
    /// <summary>A Thursday morning in the weeks before the Spring Festival.</summary>
    public static readonly DateTimeOffset At = new(2027, 1, 14, 10, 40, 0, TimeSpan.FromHours(8));

    public static VisitReader Reader { get; } = VisitReader.Load(new DataFolder(Tree.Templates), WhenReader.Load(Tree.Templates));

    /// <summary>A winter household.</summary>
    public static IReadOnlyList<KitItem> Winter { get; } =
    [
        new("rice", "东北大米", 1, "袋"), new("oil", "花生油", 1, "桶"), new("money", "慰问金", 80_000, "元") { IsMoney = true },
    ];

    /// <summary>A worksite in summer: goods only.</summary>
    public static IReadOnlyList<KitItem> Summer { get; } =
    [
        new("water", "矿泉水", 20, "箱"), new("beans", "绿豆", 10, "袋"), new("sugar", "白糖", 10, "袋"), new("towel", "毛巾", 50, "条"), new("huoxiang", "藿香正气水", 30, "盒"),
    ];

    public static IReadOnlyList<KitItem> Named(string name) => name == "S" ? Summer : Winter;

    public static string Read(string text, IReadOnlyList<KitItem> kit) => VisitText.Of(Reader.Read(text, kit, At));
}

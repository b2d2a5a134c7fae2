namespace UnionBot.Tests.Architecture;

/// <summary>One home per tool: it can be exchanged there, and nowhere else does its name appear.</summary>
public sealed class ToolRules
{
    private static readonly (string Tool, string[] Homes)[] Tools =
    [
        ("HandlebarsDotNet", ["UnionBot.Chat.Templates"]),
        ("Quartz", ["UnionBot.Web.Scheduling"]),
        ("UnionBot.WeChat", ["UnionBot.WeChat", "UnionBot.Web.Channels.WeChat"]),
    ];

    [Fact]
    public void A_tool_is_used_only_at_home() => Rule.IsKept(Il.Told(Product.All.SelectMany(a => Il.Uses(a)).Where(IsAway)));

    [Theory]
    [InlineData("HandlebarsDotNet")]
    [InlineData("Quartz")]
    [InlineData("UnionBot.WeChat")]
    public void The_rule_catches_a_planted_use(string tool) => Assert.Contains(
        Il.Uses(typeof(ToolRules).Assembly).Where(IsAway),
        u => u.From.EndsWith("PlantedTools", StringComparison.Ordinal) && IsIn(u.ToNamespace, tool));

    private static bool IsAway(Use use) => Tools.Any(t =>
        IsIn(use.ToNamespace, t.Tool) && !t.Homes.Any(home => IsIn(use.FromNamespace, home)));

    private static bool IsIn(string ns, string home) =>
        ns == home || ns.StartsWith(home + ".", StringComparison.Ordinal);
}

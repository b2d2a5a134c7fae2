using UnionBot.Chat.Dialogs;

namespace UnionBot.Tests.Architecture;

/// <summary>A dialog asks a small interface of its own slice; it never reads, sends, saves or looks at a clock by itself.</summary>
public sealed class DialogRules
{
    private static readonly string[] Forbidden =
    [
        "UnionBot.Core.Messaging.Outbox", "System.Net.Http.HttpClient", "System.Net.Http.IHttpClientFactory", "System.TimeProvider",
    ];

    [Fact]
    public void A_dialog_uses_no_database_outbox_network_or_clock() =>
        Rule.IsKept(Il.Told(DialogsIn(Product.All).SelectMany(type => Il.Uses(type)).Where(IsForbidden)));

    [Fact]
    public void The_rule_catches_a_planted_dialog()
    {
        var planted = DialogsIn([typeof(DialogRules).Assembly]).SelectMany(type => Il.Uses(type)).Where(IsForbidden)
            .Where(u => u.From.EndsWith("PlantedDialog", StringComparison.Ordinal)).Select(u => u.To);

        Assert.Equal(
            ["Microsoft.EntityFrameworkCore.DbContext", "System.Net.Http.HttpClient", "System.TimeProvider", "UnionBot.Core.Messaging.Outbox"],
            planted.Order());
    }

    private static IEnumerable<Type> DialogsIn(IEnumerable<System.Reflection.Assembly> assemblies) => assemblies
        .SelectMany(a => a.GetTypes())
        .Where(t => t is { IsInterface: false } && t.IsAssignableTo(typeof(IDialog)));

    private static bool IsForbidden(Use use) =>
        use.ToNamespace.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || Forbidden.Contains(use.To);
}

using System.Reflection;
using UnionBot.Core.Data;

namespace UnionBot.Tests.Architecture;

/// <summary>No encrypted column can be forgotten when the key changes: each is a static field, where all are found.</summary>
public sealed class SealedColumnRules
{
    private static readonly string Column = typeof(SealedColumn).FullName!;

    [Fact]
    public void A_column_is_made_only_for_a_static_field() => Rule.IsKept(Product.Assemblies.SelectMany(HiddenIn));

    [Fact]
    public void The_rule_catches_a_planted_column() => Assert.Contains(
        HiddenIn(typeof(SealedColumnRules).Assembly), type => type.EndsWith("PlantedSealer", StringComparison.Ordinal));

    private static IEnumerable<string> HiddenIn(Assembly assembly) => Il.Methods(assembly)
        .Where(method => method.Type != Column && method.Definition.Name != ".cctor")
        .Where(method => method.Calls.Any(call => call.Name == ".ctor" && call.DeclaringType.FullName == Column))
        .Select(method => method.Type);
}

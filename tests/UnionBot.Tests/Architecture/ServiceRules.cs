using UnionBot.Services;

namespace UnionBot.Tests.Architecture;

/// <summary>Services do not see each other; each is in the catalogue and has tests.</summary>
public sealed class ServiceRules
{
    private const string Root = "UnionBot.Services.";

    [Fact]
    public void A_service_does_not_see_another_service() =>
        Rule.IsKept(Il.Told(Product.All.SelectMany(a => Il.Uses(a)).Where(IsTrespass)));

    [Fact]
    public void The_rule_catches_a_planted_trespass() =>
        Assert.Contains(Il.Uses(typeof(ServiceRules).Assembly).Where(IsTrespass), u => u.From.EndsWith("Neighbour", StringComparison.Ordinal));

    [Fact]
    public void Every_service_folder_is_in_the_catalogue_and_has_tests() => Rule.IsKept(Forgotten(Folders()));

    [Fact]
    public void The_rule_catches_a_planted_folder() => Assert.Equal(
        ["Planted is not in ServiceCatalog.", "Planted has no tests."], Forgotten([.. Folders(), "Planted"]));

    [Fact]
    public void A_service_is_named_as_its_folder() => Assert.All(
        ServiceCatalog.All, service => Assert.Equal(service.Name, Kebab(FolderOf(service))));

    private static bool IsTrespass(Use use) =>
        use.FromNamespace.StartsWith(Root, StringComparison.Ordinal)
        && use.ToNamespace.StartsWith(Root, StringComparison.Ordinal)
        && SliceOf(use.FromNamespace) != SliceOf(use.ToNamespace);

    private static string SliceOf(string ns) => ns[Root.Length..].Split('.')[0];

    private static IEnumerable<string> Folders() => Directory
        .GetDirectories(Path.Combine(Tree.Root, "src", "UnionBot.Services"))
        .Where(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Any())
        .Select(folder => Path.GetFileName(folder))
        .Where(name => name is not ("bin" or "obj"));

    private static IEnumerable<string> Forgotten(IEnumerable<string> folders)
    {
        var catalogue = ServiceCatalog.All.Select(FolderOf).ToHashSet();
        foreach (var folder in folders)
        {
            if (!catalogue.Contains(folder)) yield return $"{folder} is not in ServiceCatalog.";

            var tests = Path.Combine(Tree.Root, "tests", "UnionBot.Tests", "Services", folder);
            if (!Directory.Exists(tests) || Directory.GetFiles(tests, "*Tests.cs").Length == 0) yield return $"{folder} has no tests.";
        }
    }

    private static string FolderOf(IUnionService service) => SliceOf(service.GetType().Namespace! + ".");

    private static string Kebab(string name) => string.Concat(
        name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}

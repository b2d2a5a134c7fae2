using System.Xml.Linq;

namespace UnionBot.Tests.Architecture;

/// <summary>Which project may know which.</summary>
public sealed class ProjectRules
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["UnionBot.WeChat"] = [],
        ["UnionBot.Sandbox"] = [],
        ["UnionBot.Chat"] = [],
        ["UnionBot.Core"] = ["UnionBot.Chat"],
        ["UnionBot.Services"] = ["UnionBot.Chat", "UnionBot.Core"],
        ["UnionBot.Web"] = ["UnionBot.Chat", "UnionBot.Core", "UnionBot.Services", "UnionBot.WeChat"],
    };

    [Fact]
    public void A_project_uses_only_the_projects_below_it() => Rule.IsKept(
        Product.All.SelectMany(a => Trespasses(
            a.GetName().Name!, a.GetReferencedAssemblies().Select(r => r.Name!))));

    [Fact]
    public void A_project_file_names_only_the_projects_below_it() => Rule.IsKept(
        MayUse.Keys.SelectMany(p => Trespasses(p, ReferencesIn(File.ReadAllText(
            Path.Combine(Tree.Root, "src", p, p + ".csproj"))))));

    [Fact]
    public void Every_project_of_the_product_has_its_rule() => Assert.Equal(
        Directory.GetDirectories(Path.Combine(Tree.Root, "src"), "UnionBot.*").Select(Path.GetFileName).Order(),
        MayUse.Keys.Order());

    [Fact]
    public void The_rule_catches_a_host_that_knows_the_sandbox()
    {
        // This assembly uses both: read as if it were the host, it must be found.
        var used = typeof(ProjectRules).Assembly.GetReferencedAssemblies().Select(r => r.Name!).Append("UnionBot.Sandbox");
        const string Planted = """<Project><ProjectReference Include="../UnionBot.Sandbox/UnionBot.Sandbox.csproj" /></Project>""";

        Assert.Contains("UnionBot.Web uses UnionBot.Sandbox", Trespasses("UnionBot.Web", used));
        Assert.Equal(["UnionBot.Web uses UnionBot.Sandbox"], Trespasses("UnionBot.Web", ReferencesIn(Planted)));
    }

    private static IEnumerable<string> Trespasses(string project, IEnumerable<string> used) => used
        .Where(u => u.StartsWith("UnionBot.", StringComparison.Ordinal) && !MayUse[project].Contains(u))
        .Select(u => $"{project} uses {u}");

    private static IEnumerable<string> ReferencesIn(string project) => XDocument.Parse(project)
        .Descendants("ProjectReference")
        .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}

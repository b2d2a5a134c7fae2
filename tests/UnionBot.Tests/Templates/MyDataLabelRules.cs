using System.Text.RegularExpressions;
using UnionBot.Core.People;
using UnionBot.Tests.Architecture;
using UnionBot.Web.Channels.MyData;

namespace UnionBot.Tests.Templates;

/// <summary>A person who reads what is kept about them meets no name that only programmers understand.</summary>
public sealed partial class MyDataLabelRules
{
    [Fact]
    public void Every_section_and_fact_of_a_persons_data_has_a_label()
    {
        var labels = MyDataLabels.Load(Tree.Templates);
        var keepers = Product.Assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsClass && t.IsAssignableTo(typeof(IPersonalData)));
        var names = keepers.SelectMany(NamesIn).ToHashSet();

        Assert.Superset(new HashSet<string> { "cases", "phone", "heard", "opened" }, names);
        Rule.IsKept(names.Where(name => !labels.Has(name)).Select(name => $"add it to templates/pages/my-data.yaml: {name}"));
    }

    private static IEnumerable<string> NamesIn(Type keeper) => Il.Methods(keeper.Assembly)
        .Where(m => m.Type == keeper.FullName)
        .Where(m => m.Definition.Name == "get_Section" || m.Calls.Any(c => c.DeclaringType.Name == nameof(PersonalFact)))
        .SelectMany(m => m.Texts).Where(text => Name().IsMatch(text));

    // Names of a single letter are those of parameters in queries.
    [GeneratedRegex("^[a-z]{2,}(-[a-z]+)*$")]
    private static partial Regex Name();
}

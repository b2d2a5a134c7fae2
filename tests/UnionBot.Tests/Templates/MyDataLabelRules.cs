using System.Text.RegularExpressions;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;
using UnionBot.Services.Broadcasts;
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

    [Fact]
    public void Every_value_that_is_stored_as_a_name_has_words()
    {
        var labels = MyDataLabels.Load(Tree.Templates);
        var texts = Product.Assemblies.SelectMany(Il.Methods).ToArray();
        var consents = texts.SelectMany(m => m.Texts).Where(text => ConsentText().IsMatch(text)).ToArray();
        var files = texts.Where(m => m.Type.EndsWith(".ContentSniffer", StringComparison.Ordinal)).SelectMany(m => m.Texts).ToArray();

        Assert.Contains("bind/2026-11", consents);
        Assert.Contains("image/jpeg", files);
        Rule.IsKept(consents.Select(text => new PersonalFact("consent-given", text))
            .Concat(consents.Select(text => new PersonalFact("consent-withdrawn", text)))
            .Concat(files.Select(type => new PersonalFact("file", type)))
            .Concat(UnsentReasons().Select(reason => new PersonalFact("not-sent", reason)))
            .Concat([new PersonalFact("channel", "wechat"), new PersonalFact("channel", "web")])
            .Where(fact => labels.ValueOf(fact) == fact.Value)
            .Select(fact => $"add it to templates/pages/my-data.yaml: {fact.Name}/{fact.Value}"));
    }

    [Fact]
    public void What_people_wrote_themselves_is_shown_as_they_wrote_it() =>
        Assert.Equal("wechat", MyDataLabels.Load(Tree.Templates).ValueOf(new PersonalFact("heard", "wechat")));

    private static IEnumerable<string> UnsentReasons() => Enum.GetValues<WithheldReason>()
        .Select(why => BroadcastData.ReasonOf(OutboundStatus.Withheld, why)!)
        .Concat(Enum.GetValues<OutboundStatus>().Select(status => BroadcastData.ReasonOf(status, why: null)).OfType<string>());

    private static IEnumerable<string> NamesIn(Type keeper) => Il.Methods(keeper.Assembly)
        .Where(m => m.Type == keeper.FullName)
        .Where(m => m.Definition.Name == "get_Section" || m.Calls.Any(c => c.DeclaringType.Name == nameof(PersonalFact)))
        .SelectMany(m => m.Texts).Where(text => Name().IsMatch(text));

    // Names of a single letter are those of parameters in queries.
    [GeneratedRegex("^[a-z]{2,}(-[a-z]+)*$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]+(-[a-z]+)*/[0-9]{4}-[0-9]{2}$")]
    private static partial Regex ConsentText();
}

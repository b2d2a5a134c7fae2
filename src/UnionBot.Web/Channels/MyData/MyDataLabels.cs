using System.Collections.Frozen;
using UnionBot.Chat.Understanding;
using UnionBot.Core.People;

namespace UnionBot.Web.Channels.MyData;

/// <summary>What the sections and facts of a copy, and values that are stored as names, are called on its page: <c>templates/pages/my-data.yaml</c>.</summary>
internal sealed class MyDataLabels
{
    private readonly FrozenDictionary<string, string> _labels;

    private MyDataLabels(FrozenDictionary<string, string> labels) => _labels = labels;

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static MyDataLabels Load(string folder)
    {
        var file = DataFile.Read(Path.Combine(folder, "pages", "my-data.yaml"));
        return new MyDataLabels(file.Entries().ToFrozenDictionary(entry => entry.Key, entry => entry.Value.Text(), StringComparer.Ordinal));
    }

    public string Of(string name) => _labels[name];

    /// <summary>The value in words that people know; as it is kept, where it has no other.</summary>
    public string ValueOf(PersonalFact fact) => _labels.GetValueOrDefault($"{fact.Name}/{fact.Value}", fact.Value);

    public bool Has(string name) => _labels.ContainsKey(name);
}

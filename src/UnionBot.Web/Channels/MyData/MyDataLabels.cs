using System.Collections.Frozen;
using UnionBot.Chat.Understanding;

namespace UnionBot.Web.Channels.MyData;

/// <summary>What the sections and facts of a copy are called on its page: <c>templates/pages/my-data.yaml</c>.</summary>
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

    public bool Has(string name) => _labels.ContainsKey(name);
}

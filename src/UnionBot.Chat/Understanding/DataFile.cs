using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace UnionBot.Chat.Understanding;

/// <summary>Reads a YAML data file and remembers the line of each entry, so that a mistake can be found.</summary>
public static class DataFile
{
    /// <returns>The top node; its kind is checked by whoever asks for entries.</returns>
    /// <exception cref="BrokenFileException">The file is missing, is no YAML, or is empty.</exception>
    public static DataNode Read(string path)
    {
        if (!File.Exists(path)) throw new BrokenFileException(path, 1, "The file is missing.");

        return Parse(path, File.ReadAllText(path));
    }

    /// <summary>Reads a part of a file that is YAML; blank lines stand for what is before it.</summary>
    /// <inheritdoc cref="Read"/>
    public static DataNode Parse(string path, string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            var yaml = new YamlStream();
            yaml.Load(parser);
            return yaml.Documents.Count == 0
                ? throw new BrokenFileException(path, 1, "The file is empty.")
                : new DataNode(path, yaml.Documents[0].RootNode);
        }
        catch (YamlException e)
        {
            throw new BrokenFileException(path, (int)e.Start.Line, e.Message, e);
        }
        catch (InvalidOperationException e)
        {
            // What the YAML reader says, without a place, to text behind a bracket that is not closed.
            throw new BrokenFileException(path, (int)(parser.Current?.End.Line ?? 1), "This is no YAML; is a bracket not closed?", e);
        }
    }
}

/// <summary>One node of a data file.</summary>
public readonly record struct DataNode(string File, YamlNode Node)
{
    /// <summary>The entries of a mapping in the order written, with their keys.</summary>
    public IEnumerable<(string Key, DataNode Value)> Entries()
    {
        if (Node is not YamlMappingNode mapping) throw Broken("Expected \"key: value\" lines here.");
        foreach (var (key, value) in mapping)
        {
            yield return (((YamlScalarNode)key).Value ?? "", this with { Node = value });
        }
    }

    /// <summary>The entries of a mapping that has these keys and no others, in the order given.</summary>
    public IReadOnlyList<DataNode> Sections(params IReadOnlyList<string> keys)
    {
        var found = new Dictionary<string, DataNode>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries())
        {
            if (!keys.Contains(key)) throw value.Broken($"'{key}' is not known here; allowed are {string.Join(", ", keys)}.");
            found.Add(key, value);
        }

        var node = this;
        return [.. keys.Select(key => found.TryGetValue(key, out var value) ? value : throw node.Broken($"'{key}' is missing."))];
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<DataNode> Items()
    {
        if (Node is not YamlSequenceNode sequence) throw Broken("Expected a list here.");
        foreach (var item in sequence) yield return this with { Node = item };
    }

    /// <summary>The text of a single value, never blank.</summary>
    public string Text() =>
        Node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : throw Broken("Expected a text here.");

    /// <summary>The texts of a list, normalised as messages are.</summary>
    public IEnumerable<(string Word, DataNode At)> Words() =>
        Items().Select(item => (TextNormaliser.Normalise(item.Text()), item));

    public BrokenFileException Broken(string reason) => new(File, Math.Max(1, (int)Node.Start.Line), reason);
}

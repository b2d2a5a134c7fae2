using System.Text;
using System.Text.Json;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Imports;

/// <summary>How staff head the columns of one table, and what they write into them: <c>templates/imports/{kind}.yaml</c>.</summary>
public sealed class TableWords
{
    private readonly Dictionary<string, string[]> _headers;
    private readonly Dictionary<string, (string Word, string Meaning)[]> _meanings;

    private TableWords(Dictionary<string, string[]> headers, Dictionary<string, (string Word, string Meaning)[]> meanings) =>
        (_headers, _meanings) = (headers, meanings);

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <param name="columns">The columns that the import looks for: the file names each of them and no other.</param>
    /// <param name="meanings">The columns whose cells are words, each with the enumeration of what they mean.</param>
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static TableWords Load(
        string folder, string kind, IReadOnlyList<string> columns, params IReadOnlyList<(string Column, Type Meanings)> meanings)
    {
        var sections = DataFile.Read(Path.Combine(folder, "imports", $"{kind}.yaml")).Sections("columns", "meanings");
        var headers = sections[0].Sections(columns).Select(Headers);
        var words = sections[1].Sections([.. meanings.Select(m => m.Column)]).Zip(meanings, (node, m) => Words(node, m.Meanings));
        return new TableWords(
            columns.Zip(headers).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
            meanings.Zip(words).ToDictionary(pair => pair.First.Column, pair => pair.Second, StringComparer.Ordinal));
    }

    /// <summary>The headers of a column, the first is ours.</summary>
    public IReadOnlyList<string> HeadersOf(string column) => _headers[column];

    /// <summary>What the words of a column mean. Nullable, so that an empty cell can be told from the first meaning.</summary>
    public IReadOnlyDictionary<string, T?> MeaningsOf<T>(string column)
        where T : struct, Enum =>
        _meanings[column].ToDictionary(m => m.Word, m => (T?)Enum.Parse<T>(m.Meaning), StringComparer.Ordinal);

    private static string[] Headers(DataNode node)
    {
        string[] headers = [.. node.Items().Select(item => item.Text())];
        return headers.Length > 0 ? headers : throw node.Broken("A column needs a header.");
    }

    private static (string Word, string Meaning)[] Words(DataNode node, Type meanings)
    {
        var names = Enum.GetNames(meanings);
        var sections = node.Sections([.. names.Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, section) in names.Zip(sections))
        {
            foreach (var item in section.Items())
            {
                // As the cells are compared: half width.
                if (!words.TryAdd(item.Text().Normalize(NormalizationForm.FormKC), name))
                    throw item.Broken($"'{item.Text()}' stands twice.");
            }
        }

        return [.. words.Select(word => (word.Key, word.Value))];
    }
}

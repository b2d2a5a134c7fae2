using System.Text;
using UnionBot.Chat.Understanding;

namespace UnionBot.Core.Imports;

/// <summary>How staff head the columns of one table, and what they write into them: <c>templates/imports/{kind}.yaml</c>.</summary>
public sealed class TableWords
{
    private readonly Dictionary<string, string[]> _headers;
    private readonly Dictionary<string, (string Word, string Meaning)[]> _meanings;

    private TableWords(Dictionary<string, string[]> headers, Dictionary<string, (string Word, string Meaning)[]> meanings) =>
        (_headers, _meanings) = (headers, meanings);

    /// <summary>A column of the table under its headers.</summary>
    public ImportColumn<T> Column<T>(
        string name, ImportCellParser<T> parser, bool isRequired = false, bool keepsZeros = false) =>
        new(_headers[name], parser) { IsRequired = isRequired, KeepsZeros = keepsZeros };

    /// <summary>
    /// A column whose cells are words for <typeparamref name="T"/>. Nullable, so that an empty cell can be told from the
    /// first meaning.
    /// </summary>
    public ImportColumn<T?> Choice<T>(string name, bool isRequired = false)
        where T : struct, Enum =>
        Column(name, ImportParsers.OneOf(MeaningsOf<T>(name)), isRequired);

    /// <summary>A column whose cells are one or several words for <typeparamref name="T"/>.</summary>
    public ImportColumn<IReadOnlyList<T>> Choices<T>(string name, bool isRequired = false)
        where T : struct, Enum =>
        Column(name, ImportParsers.SomeOf(MeaningsOf<T>(name).ToDictionary(m => m.Key, m => m.Value!.Value, StringComparer.OrdinalIgnoreCase)), isRequired);

    /// <summary>Takes the words of a table: for each of its columns and meanings, and for nothing else.</summary>
    /// <exception cref="BrokenFileException">Words are missing, or stand twice.</exception>
    internal static TableWords Read(ImportTable table, DataNode columns, DataNode meanings)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var headers = WordKeys.Sections(columns, table.Columns).Select(node => Headers(node, known));
        var words = WordKeys.Sections(meanings, [.. table.Meanings.Select(m => m.Column)])
            .Zip(table.Meanings, (node, m) => Words(node, m.Meanings));
        return new TableWords(
            table.Columns.Zip(headers).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal),
            table.Meanings.Zip(words).ToDictionary(pair => pair.First.Column, pair => pair.Second, StringComparer.Ordinal));
    }

    private Dictionary<string, T?> MeaningsOf<T>(string column)
        where T : struct, Enum =>
        _meanings[column].ToDictionary(m => m.Word, m => (T?)Enum.Parse<T>(m.Meaning), StringComparer.OrdinalIgnoreCase);

    private static string[] Headers(DataNode node, HashSet<string> known)
    {
        foreach (var item in node.Items())
        {
            if (!known.Add(ImportHeader.Normal(item.Text()))) throw item.Broken($"'{item.Text()}' stands twice.");
        }

        string[] headers = [.. node.Items().Select(item => item.Text())];
        return headers.Length > 0 ? headers : throw node.Broken("A column needs a header.");
    }

    private static (string Word, string Meaning)[] Words(DataNode node, Type meanings)
    {
        var names = Enum.GetNames(meanings);
        var words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, section) in names.Zip(WordKeys.Sections(node, names)))
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

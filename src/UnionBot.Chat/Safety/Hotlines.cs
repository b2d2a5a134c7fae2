using System.Globalization;
using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Safety;

/// <summary>Reads <c>understanding/hotlines.yaml</c>: numbers change, so they are data with source and date.</summary>
public static class Hotlines
{
    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <returns>The hotlines by the name that templates use.</returns>
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static IReadOnlyDictionary<string, Hotline> Load(string folder)
    {
        var path = Path.Combine(folder, "understanding", "hotlines.yaml");
        return DataFile.Read(path).Entries()
            .Select(entry => ReadOne(entry.Key, entry.Value))
            .ToDictionary(hotline => hotline.Name, StringComparer.Ordinal);
    }

    private static Hotline ReadOne(string name, DataNode node)
    {
        var fields = node.Entries().ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return new Hotline(name, Number(Field("number")), Field("title").Text(), Field("source").Text(), Day(Field("as-of")));

        DataNode Field(string key) =>
            fields.TryGetValue(key, out var value) ? value : throw node.Broken($"The hotline '{name}' has no {key}.");
    }

    private static string Number(DataNode node) =>
        node.Text() is var number && number.All(char.IsAsciiDigit)
            ? number
            : throw node.Broken($"'{number}' is no telephone number of digits.");

    private static DateOnly Day(DataNode node) =>
        DateOnly.TryParseExact(node.Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw node.Broken($"'{node.Text()}' is no day like 2026-11-21.");
}

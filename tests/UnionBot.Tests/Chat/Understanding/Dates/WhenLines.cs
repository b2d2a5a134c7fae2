using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

/// <summary>The lines that the reader is measured by, and the reader of the product's words.</summary>
internal static class WhenLines
{
    private static readonly string Here = Path.Combine(Tree.Root, "tests", "UnionBot.Tests", "Chat", "Understanding", "Dates");

    public static WhenReader Reader { get; } = WhenReader.Load(Tree.Templates);

    public static IReadOnlyList<WhenLine> DevelopmentSet { get; } =
        [.. WhenLine.ReadDevelopmentSet(Path.Combine(Tree.Root, "tests", "nlu", "dates-dev.jsonl"), DevelopmentRules())];

    public static IReadOnlyList<WhenLine> Own { get; } =
        [.. Directory.GetFiles(Here, "own-lines*.txt").Order(StringComparer.Ordinal).SelectMany(WhenLine.ReadOwn)];

    private static Dictionary<string, string> DevelopmentRules() =>
        File.ReadLines(Path.Combine(Here, "dev-rules.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(id => (Id: id, Rule: words[0])))
            .ToDictionary(pair => pair.Id, pair => pair.Rule);
}

using System.Globalization;
using System.Text.Json.Nodes;
using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

/// <summary>A sentence, when it was said, and what it means, written as <see cref="WhenText.Of(WhenReading)"/> writes readings.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Rule">The rule that decides it, like D3.</param>
public sealed record WhenLine(string Place, string Rule, DateTimeOffset Now, string Text, string Meaning)
{
    /// <summary>True when date, time and part are the ones meant, or nothing is when nothing is meant.</summary>
    public bool IsReadBy(WhenReader reader) => WhenText.Core(WhenText.Of(reader.Read(Text, Now))) == WhenText.Core(Meaning);

    public override string ToString() => $"{Place} {Text}";

    /// <summary>Reads lines of our own: <c>rule | text | meaning</c>, with <c>now</c> lines between.</summary>
    public static IEnumerable<WhenLine> ReadOwn(string path)
    {
        var now = default(DateTimeOffset);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.StartsWith("now ", StringComparison.Ordinal))
            {
                now = DateTimeOffset.Parse(line[4..] + "+08:00", CultureInfo.InvariantCulture);
                continue;
            }

            var cells = line.Split(" | ");
            yield return new WhenLine($"{Path.GetFileName(path)}:{number}", cells[0], now, cells[1], cells[2]);
        }
    }

    /// <summary>Reads the development set; its rules stand in a file of their own.</summary>
    public static IEnumerable<WhenLine> ReadDevelopmentSet(string path, IReadOnlyDictionary<string, string> rules)
    {
        foreach (var line in File.ReadLines(path))
        {
            var node = JsonNode.Parse(line)!;
            var id = node["id"]!.GetValue<string>();
            var now = DateTimeOffset.Parse(node["now"]!.GetValue<string>(), CultureInfo.InvariantCulture);
            yield return new WhenLine(id, rules[id], now, node["text"]!.GetValue<string>(), WhenText.Of(node));
        }
    }
}

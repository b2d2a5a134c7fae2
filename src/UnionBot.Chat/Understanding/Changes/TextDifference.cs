using System.Globalization;

namespace UnionBot.Chat.Understanding.Changes;

/// <summary>Shows which lines of a file change: those that go with a minus, those that come with a plus.</summary>
public static class TextDifference
{
    public static IReadOnlyList<string> Between(string before, string after) =>
        [.. Missing(before, after, '-'), .. Missing(after, before, '+')];

    /// <summary>The lines of a text that another lacks, each as often as it is lacking.</summary>
    private static IEnumerable<string> Missing(string text, string other, char sign)
    {
        var left = other.Split('\n').GroupBy(line => line.TrimEnd()).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            number++;
            var line = raw.TrimEnd();
            if (line.Length == 0) continue;
            if (left.TryGetValue(line, out var count) && count > 0) left[line] = count - 1;
            else yield return string.Create(CultureInfo.InvariantCulture, $"{sign}{number,5}  {line}");
        }
    }
}

using System.Text.RegularExpressions;

namespace UnionBot.Chat.Templates;

/// <summary>Handlebars tells no place of a block that is not closed.</summary>
internal static partial class BlockPairs
{
    /// <summary>The line, from 1, of the first block that is opened and not closed, or closed and not opened; null when there is none.</summary>
    public static int? LineOfFault(string template)
    {
        var open = new Stack<Match>();
        foreach (Match tag in Tag().Matches(template))
        {
            if (tag.Groups["kind"].ValueSpan is "#") open.Push(tag);
            else if (!open.TryPop(out var opening)) return LineOf(tag, template);
            else if (opening.Groups["name"].Value != tag.Groups["name"].Value) return LineOf(opening, template);
        }

        return open.TryPop(out var unclosed) ? LineOf(unclosed, template) : null;
    }

    private static int LineOf(Match tag, string template) => 1 + template.AsSpan(0, tag.Index).Count('\n');

    [GeneratedRegex(@"\{\{~?(?<kind>[#/])\s*(?<name>[\w.-]+)")]
    private static partial Regex Tag();
}

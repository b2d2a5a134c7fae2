using System.Text.RegularExpressions;

namespace UnionBot.Chat.Understanding.Changes;

/// <summary>Which files of the templates staff may change while the bot runs.</summary>
public static partial class TemplatePath
{
    private const string Understanding = "understanding/";
    private const string Knowledge = "knowledge/";
    private const int Longest = 80;

    /// <summary>What keeps people safe comes with the files only, where more than one pair of eyes sees it.</summary>
    private static readonly string[] Safety = ["understanding/crisis.yaml", "understanding/dangers.yaml", "understanding/hotlines.yaml", "understanding/urgent/"];

    /// <param name="typed">Below <c>templates</c>, or below <c>templates/understanding</c>: <c>words/trades.txt</c>.</param>
    public static string Of(string typed) =>
        typed.StartsWith(Understanding, StringComparison.Ordinal) || typed.StartsWith(Knowledge, StringComparison.Ordinal)
            ? typed
            : Understanding + typed;

    /// <param name="path">Below <c>templates</c>.</param>
    /// <param name="templates">The <c>templates</c> folder.</param>
    /// <returns>Why it may not be changed; null when it may.</returns>
    public static string? RefusalOf(string path, string templates)
    {
        if (path.Length > Longest || !Shape.IsMatch(path)) return $"'{path}' names no file below templates/understanding or templates/knowledge.";
        if (Safety.Any(safe => path.StartsWith(safe, StringComparison.Ordinal)))
        {
            return $"{path} keeps people safe and is changed with the files of the bot only. " +
                "A sentence of people in danger can be added: knowledge add SENTENCE --to urgent/NAME";
        }

        return File.Exists(Path.Combine(templates, path)) || NewAnswer.IsMatch(path)
            ? null
            : $"There is no file {path}; a new one can only be an answer, knowledge/ID.md.";
    }

    [GeneratedRegex(@"^(understanding|knowledge)(/[a-z0-9_-]+)+\.(txt|yaml|md)$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape { get; }

    [GeneratedRegex(@"^knowledge/[a-z0-9-]+\.md$", RegexOptions.CultureInvariant)]
    private static partial Regex NewAnswer { get; }
}

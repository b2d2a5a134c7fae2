using System.Text.RegularExpressions;

namespace UnionBot.SystemTests.Talks;

/// <summary>What a talk says about one answer.</summary>
internal sealed class TalkChecks
{
    private const string Any = "{…}";

    private readonly List<string> _lines = [];
    private readonly List<string> _facts = [];
    private readonly List<string> _never = [];

    private bool _isSilent;

    public bool IsEmpty => !_isSilent && _lines.Count + _facts.Count + _never.Count == 0;

    /// <returns>False when this is nothing that can be said about an answer.</returns>
    public bool TryAdd(string kind, string what)
    {
        switch (kind)
        {
            case "答": _lines.Add(what); return true;
            case "有": _facts.AddRange(what.Split('、')); return true;
            case "不答": _isSilent = true; return true;
            case "没有": _never.AddRange(what.Split('、')); return true;
            default: return false;
        }
    }

    /// <returns>What is wrong with the answer; null when nothing is.</returns>
    public string? FaultIn(string answer)
    {
        if (_isSilent) return answer.Length == 0 ? null : "there must be no answer";
        if (_lines.Count > 0 && !Whole().IsMatch(answer)) return $"the answer is not\n{string.Join('\n', _lines)}";

        return _facts.Find(fact => !answer.Contains(fact, StringComparison.Ordinal)) is { } missing ? $"“{missing}” is missing"
            : _never.Find(words => answer.Contains(words, StringComparison.Ordinal)) is { } wrong ? $"“{wrong}” must not be there"
            : null;
    }

    /// <summary>Blanks at the end of a line are not seen, and an editor takes them away.</summary>
    private Regex Whole() => new($"^{string.Join(" *\n", _lines.Select(Pattern))}\\s*$", RegexOptions.CultureInvariant);

    private static string Pattern(string line) =>
        string.Join(".+", line.TrimEnd().Split(Any).Select(Regex.Escape));
}

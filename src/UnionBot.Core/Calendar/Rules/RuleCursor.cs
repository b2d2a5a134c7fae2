using System.Text.RegularExpressions;

namespace UnionBot.Core.Calendar.Rules;

/// <summary>A place in a rule.</summary>
internal sealed class RuleCursor(string text)
{
    private int _at;

    public bool IsAtEnd => _at == text.Length;

    public string Past => text[.._at];

    public string Rest => text[_at..];

    public void Skip(int length) => _at += length;

    public bool Comes(Regex pattern) => pattern.IsMatch(Rest);

    public bool Take(Regex pattern) => TakeMatch(pattern) is not null;

    /// <returns>Null when it does not come next.</returns>
    public Match? TakeMatch(Regex pattern)
    {
        var match = pattern.Match(Rest);
        if (!match.Success) return null;

        _at += match.Length;
        return match;
    }
}

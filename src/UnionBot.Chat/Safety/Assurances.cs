using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Safety;

/// <summary>What people say behind an alarm: that help has been called, or that it was not meant so.</summary>
/// <param name="patterns">已经打120了, 说的是气话.</param>
/// <param name="denials">Shortly before one of them: 这不是气话 assures nobody.</param>
internal sealed class Assurances(WordPattern[] patterns, string[] denials)
{
    /// <summary>So many characters before a phrase are searched for a denial.</summary>
    private const int Near = 4;

    /// <summary>What else a message says.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    /// <returns>The message without its assurances; null when it has none.</returns>
    public string? RestOf(string text)
    {
        var rest = text;
        foreach (var pattern in patterns)
        {
            while (pattern.Find(rest, 0) is var (start, end) && !IsDenied(rest, start)) rest = rest.Remove(start, end - start);
        }

        return rest.Length == text.Length ? null : rest;
    }

    private bool IsDenied(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - Near), Math.Min(Near, start));
        foreach (var denial in denials)
        {
            if (before.Contains(denial, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}

using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>Writes a plain text as the model reads it: without blanks and punctuation.</summary>
internal static class Symbols
{
    public static string Of(string plain)
    {
        var symbols = new List<char>(plain.Length);
        foreach (var c in plain)
        {
            if (IsSymbol(c)) symbols.Add(c);
        }

        return symbols.Count == plain.Length ? plain : new string([.. symbols]);
    }

    /// <summary>A number alone, outside of any question, means nothing.</summary>
    public static bool AreDigits(string symbols) => !symbols.AsSpan().ContainsAnyExceptInRange('0', '9');

    public static bool IsSymbol(char c) => char.IsLetterOrDigit(c) || Heard.IsHeard(c);
}

using UnionBot.Chat.Understanding;

namespace UnionBot.Chat.Templates;

/// <summary>Words that tell of hardship, illness or disputes to whoever sees a locked phone, from <c>understanding/lock-screen.yaml</c>.</summary>
public sealed class LockScreenWords
{
    private readonly string[] _words;

    private LockScreenWords(string[] words) => _words = words;

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static LockScreenWords Load(DataFolder folder) =>
        new([.. DataFile.Read(folder.Understanding("lock-screen.yaml")).Sections("words")[0].Words().Select(w => w.Word)]);

    /// <summary>The first of them in a text; null when there is none.</summary>
    public string? ForbiddenIn(string text)
    {
        var plain = TextNormaliser.Normalise(text);
        return Array.Find(_words, word => plain.Contains(word, StringComparison.Ordinal));
    }
}

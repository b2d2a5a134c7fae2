namespace UnionBot.Chat.Understanding.Reading;

/// <summary>
/// Hears a word of the union's work in characters that only sound like it: 工姿 is 工资, 转慧 is 转会. Characters that are known
/// to stand side by side are left alone.
/// </summary>
internal sealed class WordsBySound(Pinyin pinyin)
{
    private const int LongestWord = 6;

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly HashSet<(char, char)> _pairs = [];

    /// <summary>A word to be heard wherever it sounds.</summary>
    /// <returns>False when another word sounds the same.</returns>
    public bool TryAdd(string word)
    {
        Learn(word);
        return _words.TryAdd(SoundOf(word), word);
    }

    /// <summary>Learns which characters stand side by side in good Chinese.</summary>
    public void Learn(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++) _pairs.Add((text[i - 1], text[i]));
    }

    /// <summary>The longest word that sounds like the beginning of a text, and is not the text itself.</summary>
    /// <returns>Null when there is none, or the text makes sense as it is.</returns>
    public string? Find(ReadOnlySpan<char> text)
    {
        Span<char> sounds = stackalloc char[LongestWord];
        var length = 0;
        while (length < Math.Min(LongestWord, text.Length) && pinyin.Of(text[length]) is > 0 and var sound) sounds[length++] = (char)sound;

        var lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (; length > 1; length--)
        {
            if (lookup.TryGetValue(sounds[..length], out var word)) return IsSlip(text[..length], word) ? word : null;
        }

        return null;
    }

    private bool IsSlip(ReadOnlySpan<char> text, string word)
    {
        if (text.SequenceEqual(word)) return false;

        for (var i = 1; i < text.Length; i++)
        {
            if (!_pairs.Contains((text[i - 1], text[i]))) return true;
        }

        return false;
    }

    private string SoundOf(string word) => string.Create(word.Length, (word, pinyin), static (sounds, from) =>
    {
        for (var i = 0; i < sounds.Length; i++) sounds[i] = (char)from.pinyin.Of(from.word[i]);
    });
}

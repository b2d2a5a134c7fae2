using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Safety;

/// <summary>
/// What dangers are made of: a part of the body and something that cuts, a gas pipe and a leak, a farewell. Words of one class say
/// the same, so that what one sentence teaches is heard in words that no sentence has.
/// </summary>
internal sealed class DangerSigns
{
    /// <summary>Two words belong together with at most so many characters between them.</summary>
    private const int Near = 10;

    private readonly WordTrie<DangerClass> _classes = new();

    /// <param name="words">Each word with its class.</param>
    public DangerSigns(IReadOnlyDictionary<string, DangerClass> words)
    {
        foreach (var (word, wordClass) in words) _classes.TryAdd(word, wordClass);
        Words = [.. words.Where(w => w.Value != DangerClass.Else).Select(w => w.Key)];
    }

    /// <summary>All words of danger.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static DangerSigns Load(string path) => DangerSignsFile.Read(path);

    /// <param name="symbols">Plain text without blanks and punctuation.</param>
    public List<DangerSign> Find(ReadOnlySpan<char> symbols)
    {
        var signs = new List<DangerSign>();
        for (var i = 0; i < symbols.Length;)
        {
            var isWord = _classes.TryLongest(symbols[i..], out var length, out var wordClass);
            if (isWord && wordClass != DangerClass.Else) signs.Add(new DangerSign(wordClass, i, i + length));
            i += isWord ? length : 1;
        }

        return signs;
    }

    /// <summary>Which part of a text is words of danger itself, from 0 to 1.</summary>
    /// <param name="signs">What was found in it.</param>
    /// <param name="length">How long it is.</param>
    public static float Cover(List<DangerSign> signs, int length)
    {
        var covered = 0;
        foreach (var sign in signs) covered += sign.Class.IsDanger ? sign.Length : 0;
        return length == 0 ? 0 : (float)covered / length;
    }

    public static bool AreNear(DangerSign one, DangerSign other) => other.Start - one.End <= Near;
}

namespace UnionBot.Chat.Understanding.Reading;

/// <summary>The words by which messages are read, from <c>templates/understanding/words</c>.</summary>
internal sealed class Lexicon
{
    private const int LongestHeard = 6;

    private readonly Dictionary<string, IReadOnlyList<string>> _classes = new(StringComparer.Ordinal);
    private readonly WordTrie<string> _variants = new();
    private readonly WordsBySound _heard;
    private readonly WordsBySound _spelt;
    private readonly PlainReader _reader;

    private Lexicon(Pinyin pinyin, Traditional traditional)
    {
        (Pinyin, _heard, _spelt) = (pinyin, new WordsBySound(pinyin), new WordsBySound(pinyin));
        _reader = new PlainReader(traditional, pinyin, _variants, _heard, _spelt);
    }

    public Pinyin Pinyin { get; }

    /// <summary>The class of a word, by number: words of one class say the same.</summary>
    public WordTrie<int> Classes { get; } = new();

    /// <param name="folder">The folder <c>templates/understanding/words</c>.</param>
    /// <param name="wellWritten">Sentences without slips: what stands side by side in them is no slip.</param>
    /// <param name="spelt">Words that are heard where they are spelt in letters (dian gong), besides those of <c>heard.txt</c>.</param>
    /// <exception cref="BrokenFileException">A file is missing or wrong.</exception>
    public static Lexicon Load(string folder, IEnumerable<string> wellWritten, IEnumerable<string> spelt)
    {
        var lexicon = new Lexicon(
            Pinyin.Load(Path.Combine(folder, "pinyin.txt")), Traditional.Load(Path.Combine(folder, "traditional.txt")));
        foreach (var sentence in wellWritten) lexicon._heard.Learn(sentence);

        lexicon.ReadVariants(Path.Combine(folder, "variants.yaml"));
        lexicon.ReadClasses(Path.Combine(folder, "synonyms.yaml"));
        lexicon.ReadHeard(Path.Combine(folder, "heard.txt"));

        // Of words that sound the same the first stays.
        foreach (var word in spelt.Where(w => w.Length is >= 2 and <= LongestHeard)) lexicon._spelt.TryAdd(word);
        return lexicon;
    }

    /// <summary>The words of a class of <c>synonyms.yaml</c>; null when there is none of this name.</summary>
    public IReadOnlyList<string>? ClassNamed(string name) => _classes.GetValueOrDefault(name);

    /// <param name="message">Normalised text, as in <c>Input.Text</c>.</param>
    public PlainText Read(string message) => _reader.Read(message);

    /// <summary>A word that is plain already is not mended, also where a part of it would be: 妈妈小屋.</summary>
    private void Keep(string word)
    {
        _variants.TryAdd(word, word);
        _heard.Learn(word);
    }

    private void ReadVariants(string path)
    {
        foreach (var (plain, list) in DataFile.Read(path).Entries())
        {
            foreach (var (variant, at) in list.Words())
            {
                if (!_variants.TryAdd(variant, plain)) throw at.Broken($"'{variant}' stands here twice.");
            }

            if (plain.Length > 0) _variants.TryAdd(plain, plain);
        }
    }

    private void ReadClasses(string path)
    {
        foreach (var (name, list) in DataFile.Read(path).Entries())
        {
            var words = new List<string>();
            foreach (var (word, at) in list.Words())
            {
                if (!Classes.TryAdd(word, _classes.Count + 1)) throw at.Broken($"'{word}' has a class already.");
                Keep(word);
                words.Add(word);
            }

            _classes.Add(name, words);
        }
    }

    private void ReadHeard(string path)
    {
        foreach (var line in LineFile.Read(path))
        {
            foreach (var word in line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (word.Length is < 2 or > LongestHeard) throw line.Broken($"'{word}' must have 2 to {LongestHeard} characters.");
                if (!_heard.TryAdd(word)) throw line.Broken($"'{word}' sounds like another word of this list.");
                Keep(word);
            }
        }
    }
}

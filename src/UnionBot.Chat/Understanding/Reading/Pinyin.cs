namespace UnionBot.Chat.Understanding.Reading;

/// <summary>How characters sound, without tones: one syllable a character. Read from <c>words/pinyin.txt</c>.</summary>
internal sealed class Pinyin
{
    private const int LongestSyllable = 6;

    private readonly ushort[] _byChar = new ushort[char.MaxValue + 1];
    private readonly Dictionary<string, ushort> _bySpelling;
    private readonly ushort[] _broad;

    private Pinyin(IReadOnlyList<(string Syllable, string Characters)> lines)
    {
        _bySpelling = new Dictionary<string, ushort>(lines.Count, StringComparer.Ordinal);
        foreach (var (syllable, characters) in lines)
        {
            var sound = (ushort)(_bySpelling.Count + 1);
            _bySpelling.Add(syllable, sound);
            foreach (var c in characters) _byChar[c] = sound;
        }

        _broad = new ushort[_bySpelling.Count + 1];
        foreach (var (syllable, sound) in _bySpelling) _broad[sound] = Broaden(syllable, sound);
    }

    /// <exception cref="BrokenFileException">The file is missing or a line is wrong.</exception>
    public static Pinyin Load(string path)
    {
        var lines = new List<(string Syllable, string Characters)>();
        foreach (var line in LineFile.Read(path))
        {
            if (line.Text.Split(' ') is not [{ Length: > 0 } syllable, { Length: > 0 } characters])
            {
                throw line.Broken("Expected a syllable, a blank and its characters.");
            }

            if (lines.Exists(l => l.Syllable == syllable)) throw line.Broken($"'{syllable}' stands here twice.");
            lines.Add((syllable, characters));
        }

        return new Pinyin(lines);
    }

    /// <summary>The sound of a character; 0 when it has none.</summary>
    public ushort Of(char c) => Heard.IsHeard(c) ? Heard.SoundOf(c) : _byChar[c];

    /// <summary>The sound as it is heard where zh is z, sh is s, ch is c and ng is n.</summary>
    public ushort Broad(char c) => _broad[Of(c)];

    /// <summary>Reads Latin letters as syllables: gongzi.</summary>
    /// <param name="letters">Lower case.</param>
    /// <returns>False when they are no pinyin from the first letter to the last.</returns>
    public bool TrySpell(ReadOnlySpan<char> letters, List<ushort> sounds)
    {
        if (letters.IsEmpty) return true;

        var lookup = _bySpelling.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestSyllable, letters.Length); length > 0; length--)
        {
            if (!lookup.TryGetValue(letters[..length], out var sound)) continue;

            sounds.Add(sound);
            if (TrySpell(letters[length..], sounds)) return true;
            sounds.RemoveAt(sounds.Count - 1);
        }

        return false;
    }

    private ushort Broaden(string syllable, ushort sound)
    {
        var broad = syllable.Length > 2 && syllable[1] == 'h' ? syllable[0] + syllable[2..] : syllable;
        if (broad.EndsWith("ng", StringComparison.Ordinal) && _bySpelling.ContainsKey(broad[..^1])) broad = broad[..^1];
        return _bySpelling.GetValueOrDefault(broad, sound);
    }
}

using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding.Intents;

/// <summary>
/// Takes a text apart into what the model learns from: runs of characters, runs of sounds, classes of words with their
/// neighbours, and runs in which what is named (a trade, a place, an amount) counts by its kind only. For the model of danger
/// also into the classes of its words of danger, and which of them stand near each other.
/// </summary>
internal sealed class FeatureReader(Pinyin pinyin, WordTrie<int> classes)
{
    private const int LongestRun = 4;
    private const int FamilyBits = 3;
    private const char Edge = '\uE3FF';

    private enum Family
    {
        Characters,
        Sounds,
        Class,
        Neighbours,
        Pair,
        Signed,
        Danger,
        DangersNear,
    }

    /// <summary>Whether a feature is a run of characters as they stand, or words of danger: how often it is met with a label tells much.</summary>
    public static bool IsRated(ulong feature) => FamilyOf(feature) is Family.Characters or Family.Danger or Family.DangersNear;

    /// <summary>The features of a text, each once.</summary>
    /// <param name="symbols">Characters without blanks and punctuation.</param>
    /// <param name="signed">The same with a sign for each thing that is named.</param>
    public ulong[] Read(ReadOnlySpan<char> symbols, ReadOnlySpan<char> signed)
    {
        var features = new HashSet<ulong>(symbols.Length * 8);
        Span<char> edged = new char[symbols.Length + 2];
        edged[0] = edged[^1] = Edge;
        symbols.CopyTo(edged[1..]);

        AddRuns(features, edged, Family.Characters, shortest: 1, LongestRun);
        AddSounds(features, edged);
        AddClasses(features, signed);
        AddSigned(features, signed);
        return [.. features];
    }

    /// <summary>The features of a text that only tell whether it speaks of danger.</summary>
    public static IEnumerable<ulong> OfDangers(IReadOnlyList<DangerSign> signs)
    {
        var features = new HashSet<ulong>();
        for (var i = 0; i < signs.Count; i++)
        {
            features.Add(Hash(Family.Danger, [(char)signs[i].Class.Number]));
            for (var j = i + 1; j < signs.Count && DangerSigns.AreNear(signs[i], signs[j]); j++)
            {
                features.Add(Hash(Family.DangersNear, [(char)signs[i].Class.Number, (char)signs[j].Class.Number]));
            }
        }

        return features;
    }

    /// <summary>Runs in which something is named: of 找叉车司机的活 the runs 找…, 找…的, …的活.</summary>
    private static void AddSigned(HashSet<ulong> features, ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            for (var length = 1; length <= LongestRun && start + length <= text.Length; length++)
            {
                var run = text.Slice(start, length);
                if (run.ContainsAnyInRange(SignReader.First, SignReader.Last)) features.Add(Hash(Family.Signed, run));
            }
        }
    }

    private void AddSounds(HashSet<ulong> features, ReadOnlySpan<char> text)
    {
        Span<char> sounds = new char[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var sound = pinyin.Broad(text[i]);
            sounds[i] = sound > 0 ? (char)sound : text[i];
        }

        AddRuns(features, sounds, Family.Sounds, shortest: 2, longest: 3);
    }

    private void AddClasses(HashSet<ulong> features, ReadOnlySpan<char> text)
    {
        var found = new List<int>();
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is >= SignReader.First and <= SignReader.Last)
            {
                found.Add(text[i++]);
            }
            else if (classes.TryLongest(text[i..], out var length, out var wordClass))
            {
                found.Add(wordClass);
                i += length;
            }
            else
            {
                i++;
            }
        }

        for (var i = 0; i < found.Count; i++)
        {
            features.Add(Hash(Family.Class, [(char)found[i]]));
            if (i > 0) features.Add(Hash(Family.Neighbours, [(char)found[i - 1], (char)found[i]]));
            for (var j = 0; j < i - 1; j++) features.Add(Hash(Family.Pair, [(char)found[j], (char)found[i]]));
        }
    }

    private static void AddRuns(HashSet<ulong> features, ReadOnlySpan<char> text, Family family, int shortest, int longest)
    {
        for (var start = 0; start < text.Length; start++)
        {
            for (var length = shortest; length <= longest && start + length <= text.Length; length++)
            {
                features.Add(Hash(family, text.Slice(start, length)));
            }
        }
    }

    private static Family FamilyOf(ulong feature) => (Family)(feature >> (64 - FamilyBits));

    private static ulong Hash(Family family, ReadOnlySpan<char> symbols)
    {
        // FNV-1a over 16-bit symbols: short runs of characters do not collide in 64 bits.
        var hash = 14695981039346656037UL ^ (ulong)family;
        hash *= 1099511628211UL;
        foreach (var symbol in symbols) hash = (hash ^ symbol) * 1099511628211UL;
        return (hash >> FamilyBits) | ((ulong)family << (64 - FamilyBits));
    }
}

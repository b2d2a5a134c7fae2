using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Searching;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads how far a worker is ready to go: 公交 40 分钟内, 走路能到. Words and speeds from <c>vacancies/travel.yaml</c>.</summary>
internal sealed class TravelReader
{
    private const int Shortest = 5;
    private const int Longest = 120;

    /// <summary>四十五 before 分钟.</summary>
    private const int LongestNumber = 4;

    private readonly WordFinder<Way> _ways;
    private readonly WordFinder<Unit> _units;
    private readonly string[] _arrive;

    private TravelReader(WordFinder<Way> ways, WordFinder<Unit> units, string[] arrive) => (_ways, _units, _arrive) = (ways, units, arrive);

    /// <param name="Minutes">What is meant where no minutes are said.</param>
    private sealed record Way(string Name, double Kmh, int Minutes);

    /// <summary>So many minutes for each, and some on top.</summary>
    private sealed record Unit(int Each, int Plus);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static TravelReader Load(DataFolder folder)
    {
        var sections = DataFile.Read(folder.Understanding("vacancies", "travel.yaml"))
            .Sections("ways", "minute", "hour", "half-hour", "hour-and-half", "quarter-hour", "arrive");
        var ways = new Dictionary<string, Way>(StringComparer.Ordinal);
        foreach (var node in sections[0].Items())
        {
            var parts = node.Sections("kmh", "minutes", "words");
            var words = parts[2].Words().ToList();
            var way = new Way(words[0].Word, CheckWords.Number(parts[0]), (int)CheckWords.Number(parts[1]));
            foreach (var (word, at) in words)
            {
                if (!ways.TryAdd(word, way)) throw at.Broken($"'{word}' stands here twice.");
            }
        }

        Unit[] units = [new(1, 0), new(60, 0), new(0, 30), new(60, 30), new(0, 15)];
        return new TravelReader(
            new WordFinder<Way>(ways),
            new WordFinder<Unit>(units.Zip(sections.Skip(1)).SelectMany(u => u.Second.Words().Select(w => KeyValuePair.Create(w.Word, u.First)))),
            [.. sections[6].Words().Select(w => w.Word)]);
    }

    /// <summary>Whether these words are a way and nothing else: 开车, which is a trade too.</summary>
    public bool IsWay(string words) => _ways.In(words).Any(way => way.End - way.Start == words.Length);

    /// <param name="text">In plain Chinese, without trades that are no way: 公交司机 goes nowhere.</param>
    /// <returns>The way, where it stands; null when no distance is said.</returns>
    public FoundWord<Reach>? Read(string text)
    {
        foreach (var way in _ways.In(text))
        {
            var clause = Clause.Around(text, way.Start, way.End);
            var arrives = Array.Exists(_arrive, word => clause.Contains(word, StringComparison.Ordinal));
            if ((MinutesIn(clause) ?? (arrives ? way.Meaning.Minutes : null)) is not (>= Shortest and <= Longest and var minutes)) continue;

            return new FoundWord<Reach>(
                way.Start, way.End, new Reach(way.Meaning.Name, minutes, Math.Round(minutes * way.Meaning.Kmh / 60, 1)));
        }

        return null;
    }

    private int? MinutesIn(string clause)
    {
        foreach (var (start, _, unit) in _units.In(clause))
        {
            if (unit.Each == 0) return unit.Plus;
            if (NumberBefore(clause.AsSpan(0, start).TrimEnd()) is { } number) return (int)(number * unit.Each) + unit.Plus;
        }

        return null;
    }

    private static long? NumberBefore(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(LongestNumber, text.Length); length > 0; length--)
        {
            if (ChineseNumber.Read(text[^length..]) is > 0 and < 1_000 and var number) return number;
        }

        return null;
    }
}

using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Slots;
using UnionBot.Core.People;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads for whom work is looked for: 媳妇也想找保洁, 给我妈找个活. Words from <c>vacancies/others.yaml</c>.</summary>
internal sealed class SeekerWords
{
    /// <summary>The speaker, among the lines of the file.</summary>
    private const int Own = -1;

    private readonly TradeTable _trades;
    private readonly WordFinder<int> _people;
    private readonly WordFinder<bool> _mine;
    private readonly WordFinder<bool> _between;
    private readonly string[] _for;
    private readonly string[] _seeks;
    private readonly string[] _both;

    private SeekerWords(TradeTable trades, WordFinder<int> people, IReadOnlyList<string[]> lists, IEnumerable<string> places)
    {
        (_trades, _people) = (trades, people);
        (_mine, _between) = (Finder(lists[0]), Finder([.. lists[1], .. places]));
        (_for, _seeks, _both) = (lists[2], lists[3], lists[4]);
    }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static SeekerWords Load(DataFolder folder, TradeTable trades, RegionBook regions)
    {
        var sections = DataFile.Read(folder.Understanding("vacancies", "others.yaml"))
            .Sections("people", "own", "mine", "between", "for", "seeks", "both");
        var people = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, number) in sections[0].Items().Select((line, i) => (line, i)).Append((sections[1], Own)))
        {
            foreach (var (word, at) in line.Words())
            {
                if (!people.TryAdd(word, number)) throw at.Broken($"'{word}' stands here twice.");
            }
        }

        var lists = sections.Skip(2).Select(list => list.Words().Select(w => w.Word).ToArray()).ToList();
        return new SeekerWords(trades, new WordFinder<int>(people), lists, regions.Names.Where(n => n.Length > 1));
    }

    /// <summary>For whom a sentence says that work is looked for.</summary>
    /// <param name="known">How people are called of whom was spoken before: whoever is the same keeps the name.</param>
    /// <returns>Null when it does not say it, or says it of two.</returns>
    public Seeker? Read(string text, IEnumerable<string> known)
    {
        var found = Seekers(text).DistinctBy(person => person.Meaning).ToList();
        return found is [var only] ? Name(text, only, known) : null;
    }

    /// <summary>Whose wish a sentence names that changes one of several: 媳妇的工资降到三千二, 我的先别发.</summary>
    /// <inheritdoc cref="Read"/>
    public Seeker? Named(string text, IEnumerable<string> known)
    {
        var others = _people.In(text).Where(person => person.Meaning != Own).DistinctBy(person => person.Meaning).ToList();
        if (others is [var only]) return Name(text, only, known);
        return others.Count == 0 && _mine.In(text).Any() ? Seeker.Speaker : null;
    }

    /// <summary>媳妇找保洁 behind 我找焊工, or before it: two wishes.</summary>
    public (string Own, string Who, string Others)? Split(string text)
    {
        foreach (var (start, end, _) in _people.In(text).Where(person => person.Meaning != Own))
        {
            if (start > 0 && NamesTrade(text[..start]) && NamesTrade(text[start..])) return (text[..start], text[start..end], text[end..]);
        }

        if (Seekers(text).ToList() is not [{ Meaning: not Own } other, { Meaning: Own } own]) return null;

        return NamesTrade(text[other.End..own.Start]) && NamesTrade(text[own.Start..])
            ? (text[own.Start..], text[other.Start..other.End], text[other.End..own.Start])
            : null;
    }

    /// <summary>Whether what is said of places is meant for both: 都要在莱芜.</summary>
    public bool IsForBoth(string text) => Array.Exists(_both, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>Every person that is named, the speaker too.</summary>
    public IEnumerable<(int Start, int End)> KnownIn(string text) => _people.In(text).Select(person => (person.Start, person.End));

    private IEnumerable<FoundWord<int>> Seekers(string text) =>
        _people.In(text).Where(person => IsLookedFor(text, person) || Seeks(text[person.End..]));

    /// <summary>给媳妇, 帮我媳妇.</summary>
    private bool IsLookedFor(string text, FoundWord<int> person)
    {
        var before = text[..person.Start];
        if (person.Meaning != Own && _people.In(before).LastOrDefault() is { Meaning: Own, Start: var start, End: var end } && end == person.Start)
            before = before[..start];
        return person.Meaning != Own && Array.Exists(_for, word => before.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>也想在历下找; a trade alone will do: 媳妇保洁.</summary>
    private bool Seeks(string rest)
    {
        var left = rest.TrimStart();
        while (!Array.Exists(_seeks, word => left.StartsWith(word, StringComparison.Ordinal)) && !_trades.In(left).Any(trade => trade.Start == 0))
        {
            if (_between.In(left).FirstOrDefault() is not { Start: 0, End: > 0 } skipped) return false;
            left = left[skipped.End..].TrimStart();
        }

        return true;
    }

    private Seeker Name(string text, FoundWord<int> person, IEnumerable<string> known)
    {
        if (person.Meaning == Own) return Seeker.Speaker;

        var name = text[person.Start..person.End];
        return new Seeker(known.FirstOrDefault(other => LineOf(other) == person.Meaning) ?? name);
    }

    private int? LineOf(string name) => _people.In(name).Select(person => (int?)person.Meaning).FirstOrDefault();

    private bool NamesTrade(string text) => _trades.In(text).Any();

    private static WordFinder<bool> Finder(IEnumerable<string> words) => new(words.Distinct().Select(word => KeyValuePair.Create(word, true)));
}

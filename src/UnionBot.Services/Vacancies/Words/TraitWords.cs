using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Words;

/// <summary>The words for what vacancies offer and workers want, from <c>understanding/vacancies/traits.yaml</c>.</summary>
public sealed class TraitWords
{
    private static readonly string[] Lists = ["not", "not-after", "not-after-at-end", "between", "no-negation"];

    private readonly WordFinder<VacancyTraits> _words;
    private readonly WordFinder<VacancyTraits> _onlyDenied;
    private readonly IReadOnlyList<(VacancyTraits Trait, string Name)> _names;

    private TraitWords(
        WordFinder<VacancyTraits> words, WordFinder<VacancyTraits> onlyDenied, IReadOnlyList<(VacancyTraits, string)> names, Negation negation) =>
        (_words, _onlyDenied, _names, Negation) = (words, onlyDenied, names, negation);

    /// <summary>What turns a word into its opposite, of whatever kind the word is.</summary>
    internal Negation Negation { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static TraitWords Load(DataFolder folder)
    {
        var top = DataFile.Read(folder.Understanding("vacancies", "traits.yaml"));
        var (words, onlyDenied) = (new Dictionary<string, VacancyTraits>(StringComparer.Ordinal), new Dictionary<string, VacancyTraits>(StringComparer.Ordinal));
        var names = new List<(VacancyTraits, string)>();
        var lists = Lists.ToDictionary(name => name, _ => Array.Empty<string>(), StringComparer.Ordinal);
        foreach (var (name, node) in top.Entries())
        {
            if (lists.ContainsKey(name))
            {
                lists[name] = [.. node.Words().Select(w => w.Word)];
                continue;
            }

            if (name == "only-denied")
            {
                foreach (var (denied, list) in node.Entries()) Add(onlyDenied, TraitOf(denied, list), list);
                continue;
            }

            var trait = TraitOf(name, node);
            names.Add((trait, node.Words().First().Word));
            Add(words, trait, node);
        }

        return new TraitWords(
            new WordFinder<VacancyTraits>(words), new WordFinder<VacancyTraits>(onlyDenied), names, new Negation(NegationWords.Load(folder), lists));
    }

    /// <param name="text">Normalised text.</param>
    public ReadTraits Read(string text)
    {
        var (stated, denied) = (VacancyTraits.None, VacancyTraits.None);
        foreach (var (word, isDenied) in Negation.Judge(text, _words.In(text)))
        {
            if (isDenied) denied |= word.Meaning;
            else stated |= word.Meaning;
        }

        foreach (var (word, isDenied) in Negation.Judge(text, _onlyDenied.In(text)))
        {
            if (isDenied) denied |= word.Meaning;
        }

        return new ReadTraits(stated, denied);
    }

    /// <summary>The words for traits, stated or denied, from left to right.</summary>
    internal IEnumerable<FoundWord<VacancyTraits>> Find(string text) => _words.In(text);

    /// <summary>What people are shown of traits: 白班, 管饭.</summary>
    public IReadOnlyList<string> NamesOf(VacancyTraits traits) =>
        [.. _names.Where(n => (traits & n.Trait) != 0).Select(n => n.Name)];

    private static void Add(Dictionary<string, VacancyTraits> words, VacancyTraits trait, DataNode list)
    {
        foreach (var (word, _) in list.Words()) words[word] = words.GetValueOrDefault(word) | trait;
    }

    private static VacancyTraits TraitOf(string name, DataNode node)
    {
        var pascal = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name).Replace("-", "", StringComparison.Ordinal);
        return Enum.TryParse<VacancyTraits>(pascal, out var trait) && trait != VacancyTraits.None
            ? trait
            : throw node.Broken($"'{name}' is no trait of work; see VacancyTraits.");
    }
}

/// <summary>What a text says and denies of work; where it does both, both.</summary>
public readonly record struct ReadTraits(VacancyTraits Stated, VacancyTraits Denied);

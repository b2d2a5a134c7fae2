using System.Globalization;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Services.Vacancies.Words;

/// <summary>What makes a vacancy suspicious, from <c>understanding/vacancies/checks.yaml</c>.</summary>
public sealed class CheckWords
{
    private readonly WordFinder<VacancyDoubts> _words;
    private readonly Negation _harmless;

    private CheckWords(IReadOnlyDictionary<string, VacancyDoubts> words, Negation harmless, int ageLimit, PayBounds pay) =>
        (_words, _harmless, AgeLimit, Pay) = (new WordFinder<VacancyDoubts>(words), harmless, ageLimit, pay);

    /// <summary>Whoever takes nobody older is flagged.</summary>
    public int AgeLimit { get; }

    public PayBounds Pay { get; }

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static CheckWords Load(DataFolder folder)
    {
        var top = DataFile.Read(folder.Understanding("vacancies", "checks.yaml"));
        var parts = top.Entries().ToDictionary(e => e.Key, e => e.Value, StringComparer.Ordinal);
        var harmless = new Negation(NegationWords.Load(folder), Words(top, parts, "harmless-before"), Words(top, parts, "harmless-after"));
        return new CheckWords(
            FlagWords(Part(top, parts, "words")),
            harmless,
            (int)Number(Part(top, parts, "age-limit")),
            PayBounds.Read(Part(top, parts, "pay")));
    }

    /// <param name="text">Normalised text.</param>
    public VacancyDoubts Read(string text)
    {
        var flags = VacancyDoubts.None;
        foreach (var (word, isHarmless) in _harmless.Judge(text, _words.In(text)))
        {
            if (!isHarmless) flags |= word.Meaning;
        }

        return flags;
    }

    internal static double Number(DataNode node) =>
        double.TryParse(node.Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw node.Broken("Expected a number above zero.");

    private static Dictionary<string, VacancyDoubts> FlagWords(DataNode node)
    {
        var words = new Dictionary<string, VacancyDoubts>(StringComparer.Ordinal);
        foreach (var (name, list) in node.Entries())
        {
            var pascal = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name).Replace("-", "", StringComparison.Ordinal);
            if (!Enum.TryParse<VacancyDoubts>(pascal, out var flag) || flag == VacancyDoubts.None)
                throw list.Broken($"'{name}' is no flag; see VacancyDoubts.");

            foreach (var (word, at) in list.Words())
            {
                if (!words.TryAdd(word, flag)) throw at.Broken($"'{word}' stands here twice.");
            }
        }

        return words;
    }

    private static DataNode Part(DataNode top, Dictionary<string, DataNode> parts, string name) =>
        parts.TryGetValue(name, out var node) ? node : throw top.Broken($"'{name}' is missing.");

    private static IEnumerable<string> Words(DataNode top, Dictionary<string, DataNode> parts, string name) =>
        Part(top, parts, name).Words().Select(w => w.Word);
}

using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads how long a worker went to school: 初中毕业, 大专学历, 没上过学. Words from <c>vacancies/schools.yaml</c>.</summary>
internal sealed class SchoolReader
{
    private static readonly Education[] Schools = Enum.GetValues<Education>();

    private readonly WordFinder<Education> _schools;
    private readonly string[] _behind;
    private readonly string[] _between;
    private readonly string[] _none;

    private SchoolReader(WordFinder<Education> schools, string[] behind, string[] between, string[] none) =>
        (_schools, _behind, _between, _none) = (schools, behind, between, none);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static SchoolReader Load(DataFolder folder)
    {
        var names = Schools.Select(school => school.ToString().ToLowerInvariant());
        var lists = DataFile.Read(folder.Understanding("vacancies", "schools.yaml")).Sections([.. names, "behind", "between", "none"]);
        var schools = new Dictionary<string, Education>(StringComparer.Ordinal);
        foreach (var (school, list) in Schools.Zip(lists))
        {
            foreach (var (word, at) in list.Words())
            {
                if (!schools.TryAdd(word, school)) throw at.Broken($"'{word}' stands here twice.");
            }
        }

        return new SchoolReader(new WordFinder<Education>(schools), WordsOf(lists[^3]), WordsOf(lists[^2]), WordsOf(lists[^1]));
    }

    /// <param name="text">In plain Chinese.</param>
    /// <returns>Null when nothing is said of it.</returns>
    public Education? Read(string text)
    {
        if (_none.Any(word => text.Contains(word, StringComparison.Ordinal))) return Education.Any;

        foreach (var school in _schools.In(text))
        {
            if (IsOwn(text[school.End..])) return school.Meaning;
        }

        return null;
    }

    /// <summary>高中毕业, 高中没毕业; but 大学附近 is a place.</summary>
    private bool IsOwn(string rest) => Array.Exists(
        ["", .. _between],
        between => rest.StartsWith(between, StringComparison.Ordinal)
            && Array.Exists(_behind, word => rest.AsSpan(between.Length).StartsWith(word, StringComparison.Ordinal)));

    private static string[] WordsOf(DataNode list) => [.. list.Words().Select(w => w.Word)];
}

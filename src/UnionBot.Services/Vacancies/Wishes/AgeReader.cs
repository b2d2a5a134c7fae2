using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>Reads a worker's own age: 我四十八了, 今年52, 62岁, 我儿子15. Words from <c>vacancies/age.yaml</c>.</summary>
internal sealed class AgeReader
{
    private const int Youngest = 8;
    private const int Oldest = 90;

    private readonly Regex _age;
    private readonly string[] _any;

    private AgeReader(Regex age, string[] any) => (_age, _any) = (age, any);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static AgeReader Load(DataFolder folder)
    {
        var sections = DataFile.Read(folder.Understanding("vacancies", "age.yaml")).Sections("years", "demand", "who", "between", "end", "any");
        var lists = sections.Take(5)
            .Select(list => string.Join('|', list.Words().Select(w => Regex.Escape(w.Word))))
            .ToList();
        var (years, demand, who, between, end) = (lists[0], lists[1], lists[2], lists[3], lists[4]);
        return new AgeReader(new Regex(
            $@"(?<years>[0-9]{{1,2}}|[一二三四五六七八九]?十[一二三四五六七八九]?)\s*(?:{years})(?!{demand})"
            + $@"|(?:^|[，,。])(?<years>[一二三四五六七八九]十[一二三四五六七八九]?|[1-9][0-9])(?:{end})"
            + $@"|(?:{who})(?:{between})?\s*(?<years>[0-9]{{2}}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:{end}|，|,|。|$)",
            RegexOptions.CultureInvariant), [.. sections[5].Words().Select(w => w.Word)]);
    }

    /// <summary>Whether posts are looked for that name no age: 有没有不看年龄的.</summary>
    public bool IsAny(string text) => Array.Exists(_any, word => text.Contains(word, StringComparison.Ordinal));

    /// <param name="text">In plain Chinese.</param>
    public int? Read(string text)
    {
        foreach (Match match in _age.Matches(text))
        {
            if (ChineseNumber.Read(match.Groups["years"].Value) is >= Youngest and <= Oldest and var years) return (int)years;
        }

        return null;
    }
}

using System.Text.RegularExpressions;
using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Vacancies.Wishes;

/// <summary>The words around the names of places, from <c>vacancies/places.yaml</c>.</summary>
/// <param name="NotRegionBefore">Behind the short name of a region these make another word of it: 市中心, 天桥路.</param>
/// <param name="Between">What joins two places: 历下或者槐荫.</param>
/// <param name="Before">What may stand before a name and is no part of it.</param>
/// <param name="Alone">Quarters that are as good as a district: 高新区.</param>
/// <param name="Named">A name with the word for its kind, or with one that says that it is a quarter.</param>
internal sealed record PlaceWords(string[] NotRegionBefore, string[] Between, string[] Before, string[] Alone, Regex Named)
{
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static PlaceWords Load(DataFolder folder)
    {
        var lists = DataFile.Read(folder.Understanding("vacancies", "places.yaml"))
            .Sections("not-region-before", "between", "before-name", "kinds", "alone", "around")
            .Select(list => list.Words().Select(w => w.Word).ToArray())
            .ToList();
        return new PlaceWords(lists[0], lists[1], lists[2], lists[4], Pattern(kinds: lists[3], alone: lists[4], around: lists[5]));
    }

    /// <summary>A name without the words before it: 想换成刘庄 is 刘庄.</summary>
    public string WithoutBefore(string name) =>
        name[Before.Max(word => name.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at + word.Length : 0)..];

    private static Regex Pattern(string[] kinds, string[] alone, string[] around) => new(
        $@"(?<name>[\u4e00-\u9fff]{{1,4}})(?<kind>{Any(kinds)})"
        + $@"|(?<name>)(?<kind>{Any(alone)})"
        + $@"|(?<name>[\u4e00-\u9fff]{{2,4}}?)(?<kind>)(?:{Any(around)})",
        RegexOptions.CultureInvariant);

    private static string Any(string[] words) => string.Join('|', words.Select(Regex.Escape));
}

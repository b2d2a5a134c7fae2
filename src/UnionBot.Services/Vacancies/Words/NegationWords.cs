using UnionBot.Chat.Understanding;

namespace UnionBot.Services.Vacancies.Words;

/// <summary>The words of every negation, from <c>vacancies/negation.yaml</c>.</summary>
/// <param name="Joins">Between two words, the same holds for both.</param>
/// <param name="Behind">May stand between a word and what denies it behind.</param>
/// <param name="Ends">Characters that may stand behind a denial at the end.</param>
internal sealed record NegationWords(string[] Joins, string[] Behind, string Ends)
{
    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static NegationWords Load(DataFolder folder)
    {
        var sections = DataFile.Read(folder.Understanding("vacancies", "negation.yaml")).Sections("joins", "behind", "ends");
        foreach (var (word, at) in sections[2].Words())
        {
            if (word.Length > 1) throw at.Broken($"'{word}' is longer than one character.");
        }

        var lists = sections.Select(list => list.Words().Select(w => w.Word).ToArray()).ToList();
        return new NegationWords(lists[0], lists[1], string.Concat(lists[2]));
    }
}

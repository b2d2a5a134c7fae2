using UnionBot.Chat.Understanding;
using UnionBot.Chat.Understanding.Knowledge;

namespace UnionBot.Services.Knowledge;

/// <summary>What people type behind an answer, from <c>knowledge/offers.yaml</c>.</summary>
/// <param name="Lawyer">Asks for a lawyer.</param>
/// <param name="Help">Asks for a member of staff.</param>
/// <param name="None">Says that no guess was meant.</param>
public sealed record OfferWords(string Lawyer, string Help, string None)
{
    /// <summary>So many characters of a further question may be no word of the list.</summary>
    private const int MostOwn = 1;

    private readonly string[] _goOn = [];
    private readonly string[] _further = [];

    private OfferWords(string lawyer, string help, string none, IEnumerable<string> goOn, IEnumerable<string> further)
        : this(lawyer, help, none) =>
        (_goOn, _further) = ([.. goOn], [.. further.OrderByDescending(word => word.Length)]);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static OfferWords Load(DataFolder folder)
    {
        var words = DataFile.Read(Path.Combine(folder.Path, "knowledge", "offers.yaml")).Sections("lawyer", "help", "none", "go-on", "further");
        return new OfferWords(
            words[0].Text(), words[1].Text(), words[2].Text(), words[3].Words().Select(w => w.Word), words[4].Words().Select(w => w.Word));
    }

    public string For(KnowledgeEntry entry) => entry.Topic.IsLegal ? Lawyer : Help;

    /// <summary>Whether a question names no matter of its own, so that it can only go on from the answer before it.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    public bool IsFurther(string text)
    {
        if (Array.Exists(_goOn, word => text.StartsWith(word, StringComparison.Ordinal))) return true;

        var rest = _further.Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        return rest.Count(char.IsLetterOrDigit) <= MostOwn;
    }
}

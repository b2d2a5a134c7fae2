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

    /// <summary>So few characters name a matter and nothing else.</summary>
    private const int LongestBareWish = 4;

    private readonly string[] _goOn = [];
    private readonly string[] _further = [];
    private readonly string[] _wishing = [];
    private readonly string[] _askingAtEnd = [];

    private OfferWords(string lawyer, string help, string none, string[][] lists)
        : this(lawyer, help, none) =>
        (_goOn, _further, _wishing, _askingAtEnd) = (lists[0], [.. lists[1].OrderByDescending(word => word.Length)], lists[2], lists[3]);

    /// <exception cref="BrokenFileException">The file is missing or wrong.</exception>
    public static OfferWords Load(DataFolder folder)
    {
        var words = DataFile.Read(Path.Combine(folder.Path, "knowledge", "offers.yaml")).Sections("lawyer", "help", "none", "go-on", "further", "wishing", "asking-at-end");
        return new OfferWords(
            words[0].Text(), words[1].Text(), words[2].Text(), [.. words.Skip(3).Select(list => list.Words().Select(w => w.Word).ToArray())]);
    }

    public string For(KnowledgeEntry entry) => entry.Topic.IsLegal ? Lawyer : Help;

    /// <summary>Whether words say that something is to be done: 我要入会, and a bare 入会. Who only tells something is answered first.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    public bool Wish(string text) => text.Length <= LongestBareWish || Array.Exists(_wishing, word => text.Contains(word, StringComparison.Ordinal));

    /// <summary>Whether words ask by how they end: 俺能入不.</summary>
    /// <inheritdoc cref="Wish"/>
    public bool AskAtEnd(string text)
    {
        var end = text.TrimEnd('。', '.', '!', '！', '？', '?', ' ', '~', '，', ',');
        return Array.Exists(_askingAtEnd, word => end.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>Whether a question names no matter of its own, so that it can only go on from the answer before it.</summary>
    /// <param name="text">Normalised text, as in <c>Input.Text</c>.</param>
    public bool IsFurther(string text)
    {
        if (Array.Exists(_goOn, word => text.StartsWith(word, StringComparison.Ordinal))) return true;

        var rest = _further.Aggregate(text, (left, word) => left.Replace(word, " ", StringComparison.Ordinal));
        return rest.Count(char.IsLetterOrDigit) <= MostOwn;
    }
}

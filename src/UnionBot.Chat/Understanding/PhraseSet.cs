using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding;

/// <summary>Phrases of a data file: <c>*</c> is a gap within the clause, <c>|</c> one or the other: 欠|拖*工资.</summary>
public sealed class PhraseSet
{
    private readonly IReadOnlyList<WordPattern> _phrases;

    private PhraseSet(IReadOnlyList<WordPattern> phrases) => _phrases = phrases;

    /// <exception cref="BrokenFileException">A phrase has an empty part, or names a class of words; there are none here.</exception>
    public static PhraseSet Read(DataNode list) => new(
        [.. list.Words().Select(w => WordPattern.Parse(w.Word, _ => null) ?? throw w.At.Broken($"'{w.Word}' has an empty part, or names a class of words."))]);

    public bool IsIn(string text) => Find(text) is not null;

    /// <summary>The first place in a text where one of the phrases stands, and behind it; null when none does.</summary>
    public (int Start, int End)? Find(string text)
    {
        (int Start, int End)? first = null;
        foreach (var phrase in _phrases)
        {
            if (phrase.Find(text, 0) is { } found && !(found.Start >= first?.Start)) first = found;
        }

        return first;
    }
}

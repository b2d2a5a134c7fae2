using System.Collections.Frozen;
using UnionBot.Chat.Understanding.Reading;

namespace UnionBot.Chat.Understanding;

/// <summary>The surnames by which names are told from other words: <c>understanding/words/surnames.txt</c>.</summary>
public sealed class Surnames
{
    private readonly FrozenSet<string> _all;

    private Surnames(FrozenSet<string> all) => _all = all;

    /// <param name="folder">The <c>templates</c> folder.</param>
    /// <exception cref="BrokenFileException">The file is missing.</exception>
    public static Surnames Load(string folder) => new(
        LineFile.Read(Path.Combine(folder, "understanding", "words", "surnames.txt"))
            .SelectMany(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToFrozenSet(StringComparer.Ordinal));

    /// <summary>Whether this is a surname, of one character or two: 王, 欧阳.</summary>
    public bool Contains(string text) => _all.Contains(text);

    /// <returns>How long the surname is that begins at this place; null when none does.</returns>
    public int? LengthAt(string text, int start) =>
        start + 2 <= text.Length && _all.Contains(text.Substring(start, 2)) ? 2
        : start < text.Length && _all.Contains(text.Substring(start, 1)) ? 1
        : null;
}

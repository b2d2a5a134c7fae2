using System.Diagnostics.CodeAnalysis;

namespace UnionBot.Chat.Understanding.Reading;

/// <summary>Finds the longest known word that begins at a place in a text.</summary>
public sealed class WordTrie<T>
    where T : notnull
{
    private readonly Dictionary<ulong, int> _steps = [];
    private readonly List<T?> _values = [default];
    private readonly List<bool> _isWord = [false];

    /// <returns>False when the word is there already; then nothing is changed.</returns>
    public bool TryAdd(string word, T value)
    {
        var node = 0;
        foreach (var c in word) node = StepOrGrow(node, c);
        if (node == 0 || _isWord[node]) return false;

        (_isWord[node], _values[node]) = (true, value);
        return true;
    }

    /// <param name="text">Searched at its very beginning only.</param>
    public bool TryLongest(ReadOnlySpan<char> text, out int length, [MaybeNullWhen(false)] out T value)
    {
        (length, value) = (0, default);
        var node = 0;
        for (var i = 0; i < text.Length && _steps.TryGetValue(Key(node, text[i]), out node); i++)
        {
            if (_isWord[node]) (length, value) = (i + 1, _values[node]);
        }

        return length > 0;
    }

    private int StepOrGrow(int node, char c)
    {
        if (_steps.TryGetValue(Key(node, c), out var next)) return next;

        next = _values.Count;
        _steps.Add(Key(node, c), next);
        _values.Add(default);
        _isWord.Add(false);
        return next;
    }

    private static ulong Key(int node, char c) => ((ulong)(uint)node << 16) | c;
}

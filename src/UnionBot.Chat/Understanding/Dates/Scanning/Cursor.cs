using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Scanning;

/// <summary>A place in the folded text. Each Take moves on over the blanks and what it takes, or stays where it is.</summary>
internal ref struct Cursor(ReadOnlySpan<char> text, DateWords words)
{
    public readonly ReadOnlySpan<char> Text = text;
    public readonly DateWords Words = words;
    public int At;

    public readonly bool IsAtEnd => At >= Text.Length;

    /// <summary>The character at this place, blanks not skipped; '\0' at the end.</summary>
    public readonly char Here => Peek(0);

    /// <summary>What stands before this place.</summary>
    public readonly ReadOnlySpan<char> Before => Text[..At];

    /// <summary>What stands from this place on.</summary>
    public readonly ReadOnlySpan<char> Rest => At < Text.Length ? Text[At..] : default;

    public readonly char Peek(int ahead) => At + ahead < Text.Length ? Text[At + ahead] : '\0';

    public bool Take(char c)
    {
        var at = NextInk();
        if (at >= Text.Length || Text[at] != c) return false;
        At = at + 1;
        return true;
    }

    public bool Take(ReadOnlySpan<char> word)
    {
        var at = NextInk();
        if (at >= Text.Length || !Text[at..].StartsWith(word)) return false;
        At = at + word.Length;
        return true;
    }

    public bool Take(WordSet set)
    {
        var at = NextInk();
        var length = at < Text.Length ? set.Match(Text[at..]) : 0;
        if (length > 0) At = at + length;
        return length > 0;
    }

    public bool Take<T>(WordList<T> list, out T meaning)
    {
        var at = NextInk();
        var length = list.Match(at < Text.Length ? Text[at..] : default, out meaning);
        if (length > 0) At = at + length;
        return length > 0;
    }

    /// <summary>True when a word of the set comes next, blanks skipped; takes nothing.</summary>
    public readonly bool Sees(WordSet set)
    {
        var at = NextInk();
        return at < Text.Length && set.Match(Text[at..]) > 0;
    }

    public readonly bool Sees<T>(WordList<T> list)
    {
        var at = NextInk();
        return at < Text.Length && list.Match(Text[at..], out _) > 0;
    }

    /// <summary>True when a clause ends here: the text, a sign, or a blank.</summary>
    public readonly bool IsAtBoundary => At >= Text.Length || !char.IsLetterOrDigit(Text[At]);

    private readonly int NextInk()
    {
        var at = At;
        while (at < Text.Length && Text[at] == ' ') at++;
        return at;
    }
}

namespace UnionBot.Core.Data;

/// <summary>Cuts texts to what fits into a column.</summary>
public static class CutText
{
    /// <param name="most">Characters, as the column counts at most.</param>
    public static string To(int most, string text)
    {
        if (text.Length <= most) return text;

        // Half a surrogate pair could not be stored.
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}

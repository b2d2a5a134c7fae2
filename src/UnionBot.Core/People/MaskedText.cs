namespace UnionBot.Core.People;

/// <summary>A text that may be kept, and the numbers that were taken out of it.</summary>
/// <param name="Numbers">In order of appearance; empty when <paramref name="Text"/> is the text as given.</param>
public readonly record struct MaskedText(string Text, IReadOnlyList<MaskedNumber> Numbers);

/// <summary>A number that identifies a person or an account.</summary>
/// <param name="Value">ASCII digits and X, without separators. Never logged; kept only encrypted.</param>
/// <param name="Start">Where it began in the text as given, in UTF-16 units.</param>
/// <param name="Length">Its length there, separators included.</param>
public sealed record MaskedNumber(MaskedKind Kind, string Value, int Start, int Length)
{
    /// <summary>Without the value, so that no log shows it.</summary>
    public override string ToString() => $"{Kind} at {Start}";
}

public enum MaskedKind
{
    Mobile,
    IdNumber,

    /// <summary>16 to 19 digits that cannot be told from a bank card.</summary>
    Card,

    /// <summary>An identity card of the first generation, or numbers that run into each other.</summary>
    Other,
}

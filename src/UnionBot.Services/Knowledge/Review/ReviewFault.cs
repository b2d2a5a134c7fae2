namespace UnionBot.Services.Knowledge.Review;

/// <summary>Why nothing was done with a sentence.</summary>
/// <param name="Words">For operators.</param>
/// <param name="IsGone">Whether it no longer waits: somebody was faster.</param>
public sealed record ReviewFault(string Words, bool IsGone = false)
{
    public static implicit operator ReviewFault(string words) => new(words);

    public static ReviewFault FromString(string words) => words;
}

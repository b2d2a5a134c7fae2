namespace UnionBot.Chat.Understanding.Dates;

/// <summary>What differs from place to place in the meaning of day words.</summary>
public sealed record WhenOptions
{
    /// <summary>小年 is the 24th of 腊月, as in the south, instead of the 23rd.</summary>
    public bool SouthernXiaonian { get; init; }
}

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>How a mention follows the ones before it.</summary>
internal enum Link
{
    /// <summary>It is the first, or one more.</summary>
    Also,

    /// <summary>It is said instead of them, and keeps what it does not say itself: 不对.</summary>
    Instead,

    /// <summary>Something agreed on is moved to it: 改到.</summary>
    Moved,
}

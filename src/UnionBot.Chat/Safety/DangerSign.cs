namespace UnionBot.Chat.Safety;

/// <summary>A word of a text that dangers are made of.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct DangerSign(DangerClass Class, int Start, int End)
{
    public int Length => End - Start;
}

/// <summary>Words that say the same of danger.</summary>
/// <param name="Number">From 1 on; 0 is that of <see cref="Else"/>.</param>
/// <param name="IsDanger">Whether they speak of danger itself, not of what it happens to.</param>
internal readonly record struct DangerClass(int Number, bool IsDanger)
{
    /// <summary>Longer words that only look like one of danger.</summary>
    public static DangerClass Else => default;
}

namespace UnionBot.SystemTests.Talks;

/// <summary>What is done instead of said: [位置 36.6661,117.0561 济南市历下区解放路].</summary>
/// <param name="What">Such as 位置.</param>
/// <param name="About">What stands behind it; "" for nothing.</param>
internal sealed record TalkDeed(string What, string About)
{
    /// <returns>Null when these are words.</returns>
    public static TalkDeed? Read(string text)
    {
        if (text is not ['[', .. var inner, ']']) return null;

        var parts = inner.Split(' ', 2);
        return new TalkDeed(parts[0], parts.Length > 1 ? parts[1] : "");
    }
}

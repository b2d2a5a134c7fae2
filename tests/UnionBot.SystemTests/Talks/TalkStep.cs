namespace UnionBot.SystemTests.Talks;

/// <summary>One thing said or done, and what must hold of the answer.</summary>
internal sealed record TalkStep(string Who, string Text)
{
    public const string Worker = "工人";
    public const string Staff = "职员";

    /// <summary>Null when words are said.</summary>
    public TalkDeed? Deed { get; } = TalkDeed.Read(Text);

    /// <summary>As they are sent; a backslash before a bracket makes words of what looks like a deed: \[微笑].</summary>
    public string Words => (Text is ['\\', '[', ..] ? Text[1..] : Text).Replace("\\n", "\n", StringComparison.Ordinal);

    public TalkChecks Checks { get; } = new();
}

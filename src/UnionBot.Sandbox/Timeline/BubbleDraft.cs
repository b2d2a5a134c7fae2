namespace UnionBot.Sandbox.Timeline;

/// <summary>A bubble before it has its place and moment; see <see cref="Bubble"/>.</summary>
internal sealed record BubbleDraft(string From, string Via, string Kind, string? Text, object? Content = null)
{
    public static BubbleDraft Notice(string text) => new("system", "notice", "text", text);
}

namespace UnionBot.Sandbox.Drafts;

/// <summary>Articles that wait for a mass send.</summary>
/// <param name="UpdatedAt">When it was last changed, in seconds of the unix epoch.</param>
internal sealed record Draft(IReadOnlyList<Draft.Article> Articles, long UpdatedAt = 0)
{
    internal sealed record Article(
        string Title, string Description, string Author, string Content, string Url, string Thumb = "");
}

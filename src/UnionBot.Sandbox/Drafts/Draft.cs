namespace UnionBot.Sandbox.Drafts;

/// <summary>Articles that wait for a mass send.</summary>
internal sealed record Draft(IReadOnlyList<Draft.Article> Articles)
{
    internal sealed record Article(
        string Title, string Description, string Author, string Content, string Url, string Thumb = "");
}

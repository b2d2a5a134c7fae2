namespace UnionBot.WeChat.Api;

/// <summary>Articles that are sent together, at most eight.</summary>
public sealed record Draft(IReadOnlyList<DraftArticle> Articles)
{
    public override string ToString() => $"Draft {{ {Articles.Count} articles }}";
}

/// <param name="Content">HTML; of pictures, plain text.</param>
/// <param name="Type"><c>news</c> or <c>newspic</c> (pictures).</param>
/// <param name="SourceUrl">Behind 阅读原文; empty for none.</param>
/// <param name="ThumbMediaId">A permanent picture; empty for none.</param>
/// <param name="Images">Of pictures: permanent ones.</param>
public sealed record DraftArticle(
    string Title,
    string Content,
    string Type,
    string Author,
    string Digest,
    string SourceUrl,
    string ThumbMediaId,
    IReadOnlyList<string> Images,
    bool OpenComments,
    bool FollowersCommentOnly)
{
    public override string ToString() => nameof(DraftArticle);
}

/// <summary>A draft that was made.</summary>
public sealed record SavedDraft(string MediaId);

/// <summary>Some of the account's drafts.</summary>
/// <param name="Total">How many there are in all.</param>
public sealed record DraftPage(long Total, IReadOnlyList<ListedDraft> Drafts);

/// <summary>A draft in a list.</summary>
/// <param name="Titles">Of its articles, in their order.</param>
/// <param name="UpdatedAt">When it was last changed; UTC.</param>
public sealed record ListedDraft(string MediaId, IReadOnlyList<string> Titles, DateTimeOffset UpdatedAt);

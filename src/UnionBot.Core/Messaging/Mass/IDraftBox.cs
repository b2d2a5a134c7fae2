namespace UnionBot.Core.Messaging.Mass;

/// <summary>The drafts (草稿) that staff make in the account's back office. Without an account there is none.</summary>
public interface IDraftBox
{
    /// <param name="most">1 to 20.</param>
    /// <returns>The last changed first; empty also when the platform does not say.</returns>
    Task<IReadOnlyList<NamedDraft>> ListAsync(int most, CancellationToken ct);

    Task<DraftReading> ReadAsync(string mediaId, CancellationToken ct);
}

/// <param name="Titles">Of its articles, in their order.</param>
public sealed record NamedDraft(string MediaId, IReadOnlyList<string> Titles);

/// <summary>What the platform says of a draft.</summary>
public abstract record DraftReading
{
    private DraftReading() { }

    /// <param name="Digest">Differs after every change of one of its articles; at most 64 characters.</param>
    public sealed record Found(string Digest, IReadOnlyList<ArticleCard> Articles) : DraftReading;

    /// <summary>There is none of this id.</summary>
    public sealed record Gone : DraftReading;

    /// <summary>The platform did not say.</summary>
    public sealed record Unanswered : DraftReading;
}

/// <summary>What people see of an article before they open it.</summary>
/// <param name="Summary">Empty when it has none.</param>
public sealed record ArticleCard(string Title, string Summary);

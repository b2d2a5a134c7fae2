using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Services.Broadcasts;

/// <summary>Articles of broadcasts: chosen from the account's drafts, and looked at again before they are released and sent.</summary>
/// <param name="box">Null without an account.</param>
public sealed class BroadcastArticles(IDraftBox? box = null)
{
    private const int MostOffered = 20;

    /// <summary>Drafts to choose from, the last changed first; empty also when the platform does not say.</summary>
    public async Task<IReadOnlyList<NamedDraft>> OfferAsync(CancellationToken ct) => box is null ? [] : await box.ListAsync(MostOffered, ct);

    public Task<DraftReading> ReadAsync(string mediaId, CancellationToken ct) =>
        box is null ? Task.FromResult<DraftReading>(new DraftReading.Gone()) : box.ReadAsync(mediaId, ct);

    /// <summary>Whether the articles are what they were when they were chosen; true where none are sent.</summary>
    /// <returns>Null when the platform does not say.</returns>
    public async Task<bool?> AreAsChosenAsync(BroadcastContent content, CancellationToken ct)
    {
        if (content.Draft is not { } draft) return true;

        return await ReadAsync(draft.MediaId, ct) switch
        {
            DraftReading.Found found => found.Digest == draft.Digest,
            DraftReading.Gone => false,
            _ => null,
        };
    }

    /// <summary>What people see before they open one. Nothing in it is a field: what only looks like one is shown as it is.</summary>
    public static string CardOf(IReadOnlyList<ArticleCard> articles)
    {
        var full = string.Join('\n', articles.Select(article => article.Summary.Length > 0 ? $"{article.Title}\n{article.Summary}" : article.Title));
        var card = full.Length <= BroadcastContent.LongestText ? full : string.Join('\n', articles.Select(article => article.Title));
        return card[..Math.Min(card.Length, BroadcastContent.LongestText)].Replace("{{", "｛｛", StringComparison.Ordinal);
    }
}

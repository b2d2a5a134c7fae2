using System.Text.Json;

namespace UnionBot.WeChat.Api;

/// <summary>Drafts (草稿): articles that wait to be sent.</summary>
public sealed class DraftApi
{
    /// <summary>As many drafts the platform lists at once.</summary>
    public const int MostListed = 20;

    private const string NewsType = "news";

    private readonly ApiTransport _transport;

    internal DraftApi(ApiTransport transport)
    {
        _transport = transport;
    }

    public Task<ApiAnswer<Draft>> GetAsync(string mediaId, CancellationToken ct = default) => _transport.CallAsync(
        Post("/cgi-bin/draft/get", new { media_id = mediaId }),
        answer => answer.Items("news_item").Select(Read).ToArray() is { Length: > 0 } articles ? new Draft(articles) : null,
        ct);

    /// <summary>The account's drafts, the last changed first.</summary>
    /// <param name="count">1 to 20.</param>
    public Task<ApiAnswer<DraftPage>> ListAsync(int offset, int count, CancellationToken ct = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostListed);
        return _transport.CallAsync(
            Post("/cgi-bin/draft/batchget", new { offset, count, no_content = 1 }),
            answer => new DraftPage(answer.Number("total_count") ?? 0, [.. answer.Items("item").Select(ReadListed)]),
            ct);
    }

    /// <summary>Makes a draft. When an answer is lost and it is asked again there may be two; nobody but the account's owner sees them.</summary>
    public Task<ApiAnswer<SavedDraft>> AddAsync(Draft draft, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return _transport.CallAsync(
            Post("/cgi-bin/draft/add", new { articles = draft.Articles.Select(Body).ToArray() }),
            answer => answer.TextOrNull("media_id") is { } id ? new SavedDraft(id) : null,
            ct);
    }

    /// <summary>Puts an article in the place of one of a draft.</summary>
    /// <param name="index">From 0.</param>
    public Task<SendOutcome> UpdateAsync(string mediaId, int index, DraftArticle article, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(article);
        return _transport.CallAsync(Post("/cgi-bin/draft/update", new { media_id = mediaId, index, articles = Body(article) }), ct);
    }

    public Task<SendOutcome> DeleteAsync(string mediaId, CancellationToken ct = default) =>
        _transport.CallAsync(Post("/cgi-bin/draft/delete", new { media_id = mediaId }), ct);

    private static ApiCall Post(string path, object body) =>
        ApiCall.Post(path, body) with { Repeatable = true, Kind = ApiKind.Account };

    private static object Body(DraftArticle article) => new
    {
        article_type = article.Type,
        title = article.Title,
        author = article.Author,
        digest = article.Digest,
        content = article.Content,
        content_source_url = article.SourceUrl,
        thumb_media_id = article.ThumbMediaId.Length == 0 ? null : article.ThumbMediaId,
        need_open_comment = article.OpenComments ? 1 : 0,
        only_fans_can_comment = article.FollowersCommentOnly ? 1 : 0,
        image_info = article.Images.Count == 0 ? null : new { image_list = article.Images.Select(id => new { image_media_id = id }).ToArray() },
    };

    private static ListedDraft ReadListed(JsonElement item) => new(
        item.Text("media_id"),
        [.. item.Child("content").Items("news_item").Select(article => article.Text("title"))],
        DateTimeOffset.FromUnixTimeSeconds(item.Number("update_time") ?? 0));

    private static DraftArticle Read(JsonElement article) => new(
        article.Text("title"),
        article.Text("content"),
        article.TextOrNull("article_type") ?? NewsType,
        article.Text("author"),
        article.Text("digest"),
        article.Text("content_source_url"),
        article.Text("thumb_media_id"),
        [.. article.Child("image_info").Items("image_list").Select(image => image.Text("image_media_id"))],
        article.Number("need_open_comment") == 1,
        article.Number("only_fans_can_comment") == 1);
}

using System.Security.Cryptography;
using System.Text.Json;
using UnionBot.Core.Messaging.Mass;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>The account's drafts (草稿), as the platform tells of them.</summary>
internal sealed class DraftBox(WeChatClient client) : IDraftBox
{
    private const int LongestId = 128;

    public async Task<IReadOnlyList<NamedDraft>> ListAsync(int most, CancellationToken ct) =>
        (await client.Drafts.ListAsync(0, most, ct)).TryGet(out var page)
            ? [.. page.Drafts.Select(draft => new NamedDraft(draft.MediaId, draft.Titles))]
            : [];

    public async Task<DraftReading> ReadAsync(string mediaId, CancellationToken ct)
    {
        if (mediaId.Length > LongestId) return new DraftReading.Gone();

        var answer = await client.Drafts.GetAsync(mediaId, ct);
        if (answer.TryGet(out var draft))
            return new DraftReading.Found(DigestOf(draft), [.. draft.Articles.Select(article => new ArticleCard(article.Title, article.Digest))]);

        return answer.Outcome.ErrorCode is ListDrafts.NoSuchMedia ? new DraftReading.Gone() : new DraftReading.Unanswered();
    }

    public static string DigestOf(Draft draft) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft.Articles)));
}

using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>
/// Copies of drafts (草稿) for lists. The platform tells the id of a draft only in its answer, so a copy bears a name of ours in the place
/// of its first title until that id is kept: one whose id was lost is found by it and used.
/// </summary>
internal sealed class ListDrafts(WeChatClient client)
{
    public const int NoSuchMedia = 40007;

    /// <summary>By so much the platform's clock may be behind ours.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(10);

    // Somebody has to look: what was released is there no more.
    private static readonly SendFate Changed = new(OutboundStatus.HeldForContact, ErrorCode: NoSuchMedia) { Closes = Closing.Template };

    public async Task<DraftCopy> CopyAsync(ListContent.Articles articles, string name, SendAttempt first, CancellationToken ct)
    {
        var original = await client.Drafts.GetAsync(articles.MediaId, ct);
        if (!original.TryGet(out var draft)) return Failed(original.Outcome, first);
        if (articles.Digest is { } released && DraftBox.DigestOf(draft) != released) return new DraftCopy(null, Changed);

        var named = new Draft([.. draft.Articles.Select((article, i) => i == 0 ? article with { Title = name } : article)]);
        var copy = await client.Drafts.AddAsync(named, ct);
        return copy.TryGet(out var made) ? new DraftCopy(made.MediaId, new SendFate(OutboundStatus.Accepted)) : Failed(copy.Outcome, first);
    }

    /// <summary>Of several of one name, which an answer that was lost can leave, all but one are removed.</summary>
    public async Task<DraftCopy?> FindAsync(string name, DateTimeOffset since, SendAttempt first, CancellationToken ct)
    {
        var (found, outcome) = await SearchAsync(name, since, ct);
        if (!outcome.Succeeded) return Failed(outcome, first);

        foreach (var other in found.Skip(1)) await client.Drafts.DeleteAsync(other, ct);
        return found is [var one, ..] ? new DraftCopy(one, new SendFate(OutboundStatus.Accepted)) : null;
    }

    /// <summary>Removes one that nobody is sent any more, whether or not its id is known.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> TryRemoveAsync(LeftDraft left, CancellationToken ct)
    {
        if (left.DraftId is { } id) return await IsGoneAsync(id, ct);

        var (found, outcome) = await SearchAsync(DraftCopies.NameOf(left.ClientKey), left.BegunAt ?? default, ct);
        foreach (var one in found)
        {
            if (!await IsGoneAsync(one, ct)) return false;
        }

        return outcome.Succeeded;
    }

    private async Task<bool> IsGoneAsync(string id, CancellationToken ct) =>
        await client.Drafts.DeleteAsync(id, ct) is { Succeeded: true } or { ErrorCode: NoSuchMedia };

    /// <returns>The ids of what bears the name, and what the platform said last.</returns>
    private async Task<(IReadOnlyList<string> Ids, SendOutcome Outcome)> SearchAsync(string name, DateTimeOffset since, CancellationToken ct)
    {
        var found = new List<string>();
        for (var offset = 0; ; offset += DraftApi.MostListed)
        {
            var answer = await client.Drafts.ListAsync(offset, DraftApi.MostListed, ct);
            if (!answer.TryGet(out var page)) return (found, answer.Outcome);

            found.AddRange(page.Drafts.Where(draft => draft.Titles.Count > 0 && draft.Titles[0] == name).Select(draft => draft.MediaId));
            if (page.Drafts.Count < DraftApi.MostListed || page.Drafts[^1].UpdatedAt < since - Leeway) return (found, answer.Outcome);
        }
    }

    public async Task<SendFate?> FinishAsync(string draftId, ListContent.Articles articles, SendAttempt first, CancellationToken ct)
    {
        var original = await client.Drafts.GetAsync(articles.MediaId, ct);
        if (!original.TryGet(out var draft)) return SendFates.OfPreparation(original.Outcome, first);
        if (articles.Digest is { } released && DraftBox.DigestOf(draft) != released) return Changed;

        var outcome = await client.Drafts.UpdateAsync(draftId, 0, draft.Articles[0], ct);
        return outcome.Succeeded || outcome.ErrorCode is NoSuchMedia ? null : SendFates.OfPreparation(outcome, first);
    }

    private static DraftCopy Failed(SendOutcome outcome, SendAttempt first) => new(null, SendFates.OfPreparation(outcome, first));
}

using UnionBot.Core.Messaging;
using UnionBot.Core.Messaging.Mass;
using UnionBot.WeChat.Api;

namespace UnionBot.Web.Channels.WeChat;

/// <summary>Sends what goes to many: a mass send (群发) to a list, or one of the other ways to each person.</summary>
internal sealed class WeChatMassChannel(WeChatClient client, ListSearch search, ListDrafts drafts, AudienceTags tags, SendMetrics metrics) : IMassChannel
{
    public async Task<SendFate> SendAsync(SendAttempt attempt, PersonalContent content, string clientId, CancellationToken ct)
    {
        var (way, result) = (attempt.Route, content) switch
        {
            (SendRoute.Custom, PersonalContent.Words words) =>
                ("custom", new SendResult(await client.CustomMessages.SendAsync(attempt.Address, new CustomText(words.Text), ct: ct), null, null)),
            (SendRoute.Template, PersonalContent.Form form) =>
                ("template", await client.Templates.SendAsync(
                    new TemplateMessage(attempt.Address, form.TemplateId, form.Fields, form.Page, ClientMsgId: clientId), ct)),
            (SendRoute.Notice, PersonalContent.Form form) =>
                ("notice", await client.Templates.SendNoticeAsync(new NoticeMessage(attempt.Address, form.TemplateId, form.Fields, form.Page), ct)),
            _ => throw new InvalidOperationException($"A {content.GetType().Name} cannot go by {attempt.Route}."),
        };
        metrics.Count(way, result.Outcome);
        return SendFates.Of(result.Outcome, attempt) with { PlatformId = result.MsgId };
    }

    public async Task<SendFate> SendListAsync(MassSlice list, ListContent content, CancellationToken ct)
    {
        MassContent carried = content switch
        {
            ListContent.Words words => new MassText(words.Text),
            ListContent.Articles articles => new MassArticles(articles.MediaId),
            ListContent.Pictures pictures => new MassImages(pictures.MediaIds, pictures.Caption),
            _ => throw new InvalidOperationException($"A list cannot carry {content.GetType().Name}."),
        };
        var result = list.TagId is { } tag
            ? await client.MassSends.SendToTagAsync(tag, carried, list.ClientKey, ct)
            : await client.MassSends.SendToPeopleAsync([.. list.People.Select(p => p.Address)], carried, list.ClientKey, ct);
        metrics.Count("mass", result.Outcome);
        var fate = SendFates.Of(result.Outcome, list.People[0]) with { PlatformId = result.MsgId };
        return carried is MassArticles && fate.ErrorCode is ListDrafts.NoSuchMedia ? fate with { Closes = Closing.Draft } : fate;
    }

    public Task<DraftCopy> CopyDraftAsync(ListContent.Articles original, string name, SendAttempt first, CancellationToken ct) =>
        drafts.CopyAsync(original, name, first, ct);

    public Task<DraftCopy?> FindDraftAsync(string name, DateTimeOffset since, SendAttempt first, CancellationToken ct) =>
        drafts.FindAsync(name, since, first, ct);

    public Task<SendFate?> FinishDraftAsync(string draftId, ListContent.Articles original, SendAttempt first, CancellationToken ct) =>
        drafts.FinishAsync(draftId, original, first, ct);

    public Task RemoveDraftAsync(string draftId, CancellationToken ct) => client.Drafts.DeleteAsync(draftId, ct);

    public Task<IReadOnlyList<MassOutcome>?> FindStrangersAsync(MassSlice list, CancellationToken ct) => search.RunAsync(list.People, ct);

    public Task<MadeTag> MakeTagAsync(string name, CancellationToken ct) => tags.MakeAsync(name, ct);

    public Task<IReadOnlyList<MassOutcome>> TagAsync(int tagId, IReadOnlyList<SendAttempt> people, bool on, CancellationToken ct) =>
        tags.SetAsync(tagId, people, on, ct);

    public Task<bool?> RemoveTagAsync(int tagId, CancellationToken ct) => tags.RemoveAsync(tagId, ct);
}

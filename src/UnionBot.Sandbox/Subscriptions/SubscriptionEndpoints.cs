using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Control;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Templates;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Subscriptions;

/// <summary>What a follower consents to, and the templates an operator adds in the back office.</summary>
internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sandbox/followers/{openid}/subscriptions", (
            FollowerNumber who, TemplateBooks books, ConsentBook consents) =>
            books.Subscriptions.All.Select(template => new
            {
                templateId = template.Id,
                title = template.Title,
                left = consents.Left(who.Value, template),
            }));
        routes.MapPost("/sandbox/followers/{openid}/subscriptions", AnswerAsync);
        routes.MapGet("/sandbox/templates", (TemplateBooks books) =>
            new { messages = books.Messages.All, subscriptions = books.Subscriptions.All });
        routes.MapPost("/sandbox/templates", Add);
    }

    /// <summary>
    /// The answer in a consent popup is pushed as a popup event; refusing what had been allowed is pushed as the switch
    /// in the settings that it is.
    /// </summary>
    private static Task<Delivery> AnswerAsync(
        FollowerNumber who,
        Answer answer,
        TemplateBooks books,
        ConsentBook consents,
        FollowerDirectory followers,
        PushRoom room,
        Talks talks)
    {
        var template = books.Subscriptions.Find(answer.TemplateId) ?? throw new ActionRefused("No such template.");
        var hadConsent = consents.Left(who.Value, template) > 0;
        if (answer.Accept) consents.Accept(who.Value, template);
        else consents.Refuse(who.Value, template);

        var entry = new PushFields
        {
            { "TemplateId", template.Id },
            { "SubscribeStatusString", answer.Accept ? "accept" : "reject" },
        };
        var isSwitch = hadConsent && !answer.Accept;
        if (!isSwitch) entry.Add("PopupScene", "1");
        talks.Add(who.Value, BubbleDraft.Notice($"{(answer.Accept ? "已允许" : "已拒绝")}接收“{template.Title}”"));
        return room.ResultAsync(
            followers.OpenId(who.Value),
            isSwitch ? "subscribe_msg_change_event" : "subscribe_msg_popup_event",
            new PushFields
            {
                {
                    isSwitch ? "SubscribeMsgChangeEvent" : "SubscribeMsgPopupEvent",
                    new PushFields { { "List", entry } }
                },
            });
    }

    private static MessageTemplate Add(NewTemplate wanted, TemplateBooks books)
    {
        var book = wanted.Subscription == true ? books.Subscriptions : books.Messages;
        var keywords = wanted.Fields.Select(field => KeyValuePair.Create(field.Key, field.Value)).ToArray();
        return wanted.Id is { Length: > 0 } id
            ? book.Put(new MessageTemplate(id, wanted.Title, keywords, wanted.LongTerm == true))
            : book.Add(wanted.Title, keywords, wanted.LongTerm == true);
    }

    internal sealed record Answer(string TemplateId, bool Accept);

    /// <param name="Id">Chosen by the caller, or made by the sandbox when absent.</param>
    /// <param name="Fields">Field key → Chinese name: <c>"thing1": "业务名称"</c>.</param>
    /// <param name="Subscription">true: for subscription notices; otherwise for template messages.</param>
    internal sealed record NewTemplate(
        string? Id, string Title, Dictionary<string, string> Fields, bool? Subscription, bool? LongTerm);
}

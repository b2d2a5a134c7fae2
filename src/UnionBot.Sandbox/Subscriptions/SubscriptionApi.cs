using System.Globalization;
using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Templates;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Subscriptions;

/// <summary>/cgi-bin/message/subscribe/bizsend: one notice for each consent.</summary>
internal sealed class SubscriptionApi(
    TemplateBooks books,
    ConsentBook consents,
    FollowerDirectory followers,
    FollowerBook book,
    Talks talks,
    TalkLog log,
    ResultEvents events,
    Journal journal)
{
    private const long FirstMessageId = 1_700_000_000_000_000_000;

    public void Map(PlatformRoutes routes) => routes.Post("/cgi-bin/message/subscribe/bizsend", Send);

    private object Send(PlatformCall call)
    {
        lock (journal.Gate)
        {
            var follower = followers.Find(call.Text("touser")) ?? throw PlatformRefusal.InvalidOpenId();
            if (book[follower].IsBlacklisted) throw new PlatformRefusal(43019, "user in blacklist");

            var template = books.Subscriptions.Find(call.Text("template_id"))
                ?? throw new PlatformRefusal(40037, "invalid template_id");
            var content = NoticeContent.Of(template, call.Body, call.Text("page"), out var text);
            if (!consents.TrySpend(follower, template))
                throw new PlatformRefusal(43101, "user refuse to accept the msg");

            talks.Add(follower, new BubbleDraft("account", "subscription", "subscription", text, content));
            Report(follower, template);
            return PlatformJson.Ok;
        }
    }

    private void Report(int follower, MessageTemplate template) =>
        events.Push(followers.OpenId(follower), "subscribe_msg_sent_event", new PushFields
        {
            {
                "SubscribeMsgSentEvent", new PushFields
                {
                    {
                        "List", new PushFields
                        {
                            { "TemplateId", template.Id },
                            { "MsgID", (FirstMessageId + log.TakeSeq()).ToString(CultureInfo.InvariantCulture) },
                            { "ErrorCode", "0" },
                            { "ErrorStatus", "success" },
                        }
                    },
                }
            },
        });
}

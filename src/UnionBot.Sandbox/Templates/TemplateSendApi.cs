using System.Globalization;
using UnionBot.Sandbox.Actions;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Storage;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Templates;

/// <summary>/cgi-bin/message/template/send: accepted at once, delivered, and reported by an event.</summary>
internal sealed class TemplateSendApi
{
    private const int DedupeSeconds = 600;
    private const long FirstMessageId = 3_400_000_000_000_000_000;

    private readonly TemplateBooks _books;
    private readonly FollowerDirectory _followers;
    private readonly FollowerBook _book;
    private readonly Talks _talks;
    private readonly TalkLog _log;
    private readonly ResultEvents _events;
    private readonly SandboxClock _clock;
    private readonly Journal _journal;
    private readonly TemplateQuota _quota;
    private readonly Table<SentTemplate> _sent;

    public TemplateSendApi(
        TemplateBooks books,
        FollowerDirectory followers,
        FollowerBook book,
        Talks talks,
        TalkLog log,
        ResultEvents events,
        SandboxClock clock,
        Journal journal,
        TemplateQuota quota)
    {
        (_books, _followers, _book, _talks, _log) = (books, followers, book, talks, log);
        (_events, _clock, _journal, _quota) = (events, clock, journal, quota);
        _sent = journal.Open<SentTemplate>("sent-templates");
        ForgetOld();
    }

    public void Map(PlatformRoutes routes) => routes.Post("/cgi-bin/message/template/send", Send);

    private object Send(PlatformCall call)
    {
        lock (_journal.Gate)
        {
            var follower = Receiver(call.Text("touser"));
            var content = ReadContent(call, out var text);
            if (Earlier(call) is { } earlier) return Accepted(earlier.MessageId);

            _quota.Spend(follower);
            var messageId = FirstMessageId + _log.TakeSeq();
            Remember(call, messageId);
            Deliver(follower, messageId, new BubbleDraft("account", "template", "template", text, content));
            return Accepted(messageId);
        }
    }

    private static object Accepted(long messageId) => new { errcode = 0, errmsg = "ok", msgid = messageId };

    private int Receiver(string openId)
    {
        var follower = _followers.Find(openId) ?? throw PlatformRefusal.InvalidOpenId();
        var row = _book[follower];
        if (!row.Follows) throw PlatformRefusal.NotFollowing();
        return row.IsBlacklisted ? throw new PlatformRefusal(43019, "user in blacklist") : follower;
    }

    private NoticeContent ReadContent(PlatformCall call, out string text)
    {
        var template = _books.Messages.Find(call.Text("template_id"))
            ?? throw new PlatformRefusal(40037, "invalid template_id");
        var url = call.Text("url");
        if (url.Length > 0 && !Uri.TryCreate(url, UriKind.Absolute, out _))
            throw new PlatformRefusal(40039, "invalid url size");

        return NoticeContent.Of(template, call.Body, url, out text);
    }

    private static string? Key(PlatformCall call) =>
        call.Text("client_msg_id") is { Length: > 0 } id ? $"{call.Text("touser")} {id}" : null;

    private SentTemplate? Earlier(PlatformCall call) =>
        Key(call) is { } key && _sent.Find(key) is { } sent && _clock.UnixSeconds() - sent.At < DedupeSeconds
            ? sent
            : null;

    private void Remember(PlatformCall call, long messageId)
    {
        if (Key(call) is { } key) _sent.Put(key, new SentTemplate(messageId, _clock.UnixSeconds()));
    }

    private void ForgetOld()
    {
        foreach (var (key, sent) in _sent.All())
        {
            if (_clock.UnixSeconds() - sent.At >= DedupeSeconds) _sent.Remove(key);
        }
    }

    private void Deliver(int follower, long messageId, BubbleDraft draft)
    {
        var blocked = _book[follower].RefusesMessages;
        if (!blocked) _talks.Add(follower, draft);
        _events.Push(_followers.OpenId(follower), "TEMPLATESENDJOBFINISH", new PushFields
        {
            { "MsgID", messageId.ToString(CultureInfo.InvariantCulture) },
            { "Status", blocked ? "failed:user block" : "success" },
        });
    }
}

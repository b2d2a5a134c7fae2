using System.Globalization;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.Setup;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Actions;

/// <summary>Turns what a follower did into a push, delivers it, and puts the answer into the talk.</summary>
internal sealed class PushRoom(
    PushSender sender,
    FollowerDirectory followers,
    Talks talks,
    TalkLog log,
    SandboxClock clock,
    SandboxOptions options,
    IHostApplicationLifetime lifetime)
{
    /// <summary>What the platform shows when the account did not answer properly.</summary>
    public const string OutOfOrder = "该公众号提供的服务出现故障，请稍后再试";

    private const int ArticlesAfterMessage = 1;
    private const int ArticlesAfterEvent = 8;
    private const long FirstMessageId = 24_700_000_000_000_000;

    private int _turn;

    /// <param name="shown">The follower's own bubble.</param>
    /// <param name="fields">The message's own fields, MsgType first.</param>
    /// <param name="copies">How many times the same push arrives at the same instant.</param>
    public async Task<ActionResult> MessageAsync(int follower, BubbleDraft shown, PushFields fields, int copies = 1)
    {
        talks.Add(follower, shown);
        var messageId = FirstMessageId + log.TakeSeq();
        var push = Common(followers.OpenId(follower));
        push.AddRange(fields);
        push.Add("MsgId", messageId);

        var deliveries = await DeliverAsync(followers.OpenId(follower), push, ArticlesAfterMessage, copies);
        return Show(follower, deliveries, showsFault: true) with
        {
            MsgId = messageId.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <param name="shown">A line in the talk; null = the follower sees nothing of it.</param>
    /// <param name="showsFault">Whether the follower waits for an answer and is told when none comes.</param>
    public async Task<ActionResult> EventAsync(
        int follower, BubbleDraft? shown, string name, PushFields fields, bool showsFault, int copies = 1)
    {
        if (shown is not null) talks.Add(follower, shown);
        var push = EventPush(followers.OpenId(follower), name, fields);
        return Show(
            follower, await DeliverAsync(followers.OpenId(follower), push, ArticlesAfterEvent, copies), showsFault);
    }

    /// <summary>An event that reports to the account; nobody sees an answer to it.</summary>
    public Task<Delivery> ResultAsync(string from, string name, PushFields fields) =>
        ResultAsync(from, EventPush(from, name, fields));

    /// <param name="push">As <see cref="EventPush"/> made it.</param>
    public async Task<Delivery> ResultAsync(string from, PushFields push) =>
        (await DeliverAsync(from, push, ArticlesAfterEvent, copies: 1))[0];

    /// <summary>An event as it is pushed, with the moment at which it happened.</summary>
    public PushFields EventPush(string from, string name, PushFields fields)
    {
        var push = Common(from);
        push.Add("MsgType", "event");
        push.Add("Event", name);
        push.AddRange(fields);
        return push;
    }

    private PushFields Common(string from) => new()
    {
        { "ToUserName", options.OriginalId },
        { "FromUserName", from },
        { "CreateTime", clock.UnixSeconds() },
    };

    /// <summary>Goes on when the caller hangs up: a phone that is put away does not take a message back.</summary>
    private Task<Delivery[]> DeliverAsync(string openId, PushFields push, int articles, int copies)
    {
        var turn = Interlocked.Increment(ref _turn);
        return Task.WhenAll(Enumerable.Range(turn, copies)
            .Select(first => sender.DeliverAsync(openId, push, articles, first, lifetime.ApplicationStopping)));
    }

    /// <summary>Copies of one push are one message to the follower, who sees the first answer there is.</summary>
    private ActionResult Show(int follower, Delivery[] deliveries, bool showsFault)
    {
        var first = deliveries.FirstOrDefault(delivery => delivery.Reply is not null) ?? deliveries[0];
        var bubbles = new List<Bubble>();
        if (first.Reply is { } reply)
            bubbles.Add(
                talks.Add(follower, new BubbleDraft("account", "passive", reply.Kind, reply.Text, reply.Content)));
        else if (first.Fault is not null && showsFault)
            bubbles.Add(
                talks.Add(follower, new BubbleDraft("system", "fault", "text", OutOfOrder, new { first.Fault })));

        return new ActionResult(
            null,
            first.Millis,
            first.Attempts,
            bubbles,
            first.Fault,
            deliveries.Length > 1 ? deliveries : null,
            null,
            talks.LastSeq);
    }
}

using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.CustomMessages;

/// <summary>Messages to one follower within the window of the last contact, and the typing state.</summary>
internal sealed class CustomMessageApi(
    FollowerDirectory followers,
    FollowerBook book,
    CustomQuota quota,
    CustomMessageReader reader,
    Talks talks,
    SandboxClock clock,
    BubbleFeed feed)
{
    private const uint TypingNeedsContactWithin = 30;
    private const uint TypingShows = 15;

    public void Map(PlatformRoutes routes)
    {
        routes.Post("/cgi-bin/message/custom/send", Send);
        routes.Post("/cgi-bin/message/custom/typing", Type);
    }

    private object Send(PlatformCall call)
    {
        var follower = Receiver(call);
        var draft = reader.Read(call.Body, "custom");
        if (quota.Spend(follower) is not 0 and var errcode)
            throw new PlatformRefusal(errcode, errcode == CustomQuota.CountUsedUp
                ? "out of response count limit"
                : "response out of time limit or subscription is canceled");

        talks.Add(follower, draft);
        return PlatformJson.Ok;
    }

    private object Type(PlatformCall call)
    {
        var follower = Receiver(call);
        var command = call.Text("command");
        if (command is not ("Typing" or "CancelTyping")) throw new PlatformRefusal(45072, "command field invalid");
        if (!quota.HadContactWithin(follower, TypingNeedsContactWithin))
            throw new PlatformRefusal(45080, "client not interact within 30 seconds");

        var now = (uint)clock.UnixSeconds();
        if (command == "Typing" && book[follower].TypingUntil > now)
            throw new PlatformRefusal(45081, "typing status already sent");

        book.Change(follower, (ref FollowerRow row) => row.TypingUntil = command == "Typing" ? now + TypingShows : 0);
        feed.Announce(followers.OpenId(follower));
        return PlatformJson.Ok;
    }

    private int Receiver(PlatformCall call)
    {
        var follower = followers.Find(call.Text("touser")) ?? throw PlatformRefusal.InvalidOpenId();
        return book[follower].IsBlacklisted ? throw new PlatformRefusal(43019, "user in blacklist") : follower;
    }
}

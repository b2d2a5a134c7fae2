using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Pushes;
using UnionBot.Sandbox.QrCodes;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Timeline;

namespace UnionBot.Sandbox.Actions;

/// <summary>Following, unfollowing, scanning, and events named by hand.</summary>
internal sealed class EventActions(
    PushRoom room,
    FollowerBook book,
    FollowerDirectory followers,
    CustomQuota quota,
    SandboxClock clock,
    BubbleFeed feed)
{
    public Task<ActionResult> FollowAsync(int follower, SubscribeScene scene = SubscribeScene.Search)
    {
        if (book[follower].Follows) throw new ActionRefused("This person follows the account already.");

        return SubscribeAsync(follower, scene, code: null, new PushFields { { "EventKey", "" } });
    }

    public Task<ActionResult> UnfollowAsync(int follower)
    {
        if (!book[follower].Follows) throw new ActionRefused("This person does not follow the account.");

        // The platform forgets tags and remark of those who leave.
        book.Change(follower, (ref FollowerRow row) =>
        {
            row.Flags &= ~FollowerFlags.Follows;
            (row.MessageWindowEnds, row.TapWindowEnds, row.TagsLow, row.TagsHigh) = (0, 0, 0, 0);
        });
        followers.ChangeProfile(follower, profile => profile with { Remark = null });
        feed.Announce("followers");
        return room.EventAsync(
            follower,
            new BubbleDraft("system", "notice", "unsubscribe", "已取消关注"),
            "unsubscribe",
            new PushFields { { "EventKey", "" } },
            showsFault: false);
    }

    /// <summary>Scanning follows the account, or tells it the scene when the person follows already.</summary>
    public Task<ActionResult> ScanAsync(int follower, QrCode code, int copies = 1)
    {
        if (!book[follower].Follows)
        {
            followers.ChangeProfile(follower, profile => profile with
            {
                QrScene = code.IsNumber && long.TryParse(code.Scene, out var number) ? number : 0,
                QrSceneText = code.IsNumber ? "" : code.Scene,
            });
            return SubscribeAsync(
                follower,
                SubscribeScene.QrCode,
                code.Scene,
                new PushFields { { "EventKey", "qrscene_" + code.Scene }, { "Ticket", code.Ticket } });
        }

        quota.OpenByTap(follower);
        return room.EventAsync(
            follower,
            new BubbleDraft("follower", "event", "SCAN", $"扫描二维码 {code.Scene}", new { code.Scene }),
            "SCAN",
            new PushFields { { "EventKey", code.Scene }, { "Ticket", code.Ticket } },
            showsFault: true,
            copies);
    }

    /// <summary>Any event, for what no finger can cause: administration, privacy, customer service.</summary>
    public Task<ActionResult> RawAsync(int follower, string name, PushFields fields, int copies) =>
        room.EventAsync(follower, BubbleDraft.Notice($"事件 {name}"), name, fields, showsFault: false, copies);

    private Task<ActionResult> SubscribeAsync(int follower, SubscribeScene scene, string? code, PushFields fields)
    {
        book.Change(follower, (ref FollowerRow row) =>
        {
            row.Flags |= FollowerFlags.Follows;
            row.SubscribedAt = (uint)clock.UnixSeconds();
            row.Scene = scene;
        });
        quota.OpenByTap(follower);
        feed.Announce("followers");
        var shown = new BubbleDraft("system", "notice", "subscribe", "已关注公众号", code is null ? null : new { Scene = code });
        return room.EventAsync(follower, shown, "subscribe", fields, showsFault: true);
    }
}

using System.Globalization;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Followers;
using UnionBot.Sandbox.Quotas;
using UnionBot.Sandbox.Setup;
using UnionBot.Sandbox.Tags;

namespace UnionBot.Sandbox.Control;

/// <summary>A follower as the control API and the phone page show one.</summary>
internal sealed class FollowerView(
    FollowerDirectory followers,
    FollowerBook book,
    CustomQuota quota,
    TagBook tags,
    SandboxClock clock,
    SandboxOptions options)
{
    public object Of(int follower)
    {
        var row = book[follower];
        var profile = followers.ProfileOf(follower);
        var (messages, taps) = quota.LeftFor(follower);
        return new
        {
            number = follower,
            openid = followers.OpenId(follower),
            name = followers.NameOf(follower),
            phone = profile.Phone,
            follows = row.Follows,
            subscribedAt = Moment(row.SubscribedAt),
            refusesMessages = row.RefusesMessages,
            blacklisted = row.IsBlacklisted,
            tags = tags.IdsOf(row),
            typing = row.TypingUntil > clock.UnixSeconds(),
            quota = new
            {
                messagesLeft = messages,
                messagesUntil = messages > 0 ? Moment(row.MessageWindowEnds) : null,
                tapsLeft = taps,
                tapsUntil = taps > 0 ? Moment(row.TapWindowEnds) : null,
                massLeft = MassLeft(row),
            },
        };
    }

    private int MassLeft(FollowerRow row)
    {
        var now = clock.InChina();
        var used = row.MassMonth == (now.Year * 12) + now.Month ? row.MassCount : 0;
        return Math.Max(0, options.Limits.MassPerMonth - used);
    }

    private static string? Moment(uint seconds) => seconds == 0
        ? null
        : DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(SandboxClock.China)
            .ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

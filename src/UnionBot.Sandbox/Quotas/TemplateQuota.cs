using System.Globalization;
using UnionBot.Sandbox.Api;
using UnionBot.Sandbox.Clock;
using UnionBot.Sandbox.Setup;
using UnionBot.Sandbox.Storage;

namespace UnionBot.Sandbox.Quotas;

/// <summary>Template messages to one follower within an hour of the clock.</summary>
internal sealed class TemplateQuota
{
    private const int HourSeconds = 3600;

    private readonly SandboxClock _clock;
    private readonly int _limit;
    private readonly Table<Used> _used;

    public TemplateQuota(SandboxClock clock, SandboxOptions options, Journal journal)
    {
        (_clock, _limit) = (clock, options.Limits.TemplatesPerFollowerAndHour);
        _used = journal.Open<Used>("template-hours");
        foreach (var (follower, used) in _used.All())
        {
            if (used.Hour != ThisHour) _used.Remove(follower);
        }
    }

    /// <exception cref="PlatformRefusal">43117: too many to this follower within the hour.</exception>
    public void Spend(int follower)
    {
        var key = follower.ToString(CultureInfo.InvariantCulture);
        var count = _used.Find(key) is { } used && used.Hour == ThisHour ? used.Count : 0;
        if (count >= _limit) throw new PlatformRefusal(43117, "message frequency to this user is limited");

        _used.Put(key, new Used(ThisHour, count + 1));
    }

    private long ThisHour => _clock.UnixSeconds() / HourSeconds;

    private sealed record Used(long Hour, int Count);
}

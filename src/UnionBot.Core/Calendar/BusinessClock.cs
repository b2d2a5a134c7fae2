namespace UnionBot.Core.Calendar;

/// <summary>
/// The clock of everything a calendar, quota, reminder or retention rule knows. In production it is the real time;
/// in a demo it follows the movable clock of the sandbox platform. Sign-in, codes, signature windows, leases and
/// time-outs take the plain <see cref="TimeProvider"/> instead, which is always the real time.
/// </summary>
public sealed class BusinessClock(TimeProvider real) : TimeProvider
{
    private long _offsetTicks;

    /// <summary>How far business time is ahead of real time; negative when it is behind. Zero in production.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offsetTicks));
        set => Interlocked.Exchange(ref _offsetTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;
}

namespace UnionBot.Core.Calendar;

/// <summary>
/// The clock of everything a calendar, quota, reminder or retention rule knows. In production it is the real time;
/// in a demo it follows the movable clock of the sandbox platform. Sign-in, codes, signature windows, leases and
/// time-outs take the plain <see cref="TimeProvider"/> instead, which is always the real time.
/// </summary>
/// <param name="isKnown">False when the clock first has to be read from somewhere, by setting <see cref="Offset"/>.</param>
public sealed class BusinessClock(TimeProvider real, bool isKnown = true) : TimeProvider
{
    private long _offsetTicks;
    private volatile bool _isKnown = isKnown;

    /// <summary>How far business time is ahead of real time; negative when it is behind. Zero in production.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref _offsetTicks));
        set
        {
            Interlocked.Exchange(ref _offsetTicks, value.Ticks);
            _isKnown = true;
        }
    }

    /// <summary>False while the clock that this one follows has not been read yet: then nothing may come due by it.</summary>
    public bool IsKnown => _isKnown;

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Offset;
}

namespace UnionBot.Core.Jobs;

/// <summary>Evenly spaced moments.</summary>
internal sealed class EvenSchedule : JobSchedule
{
    private readonly DateTimeOffset _first;
    private readonly TimeSpan _interval;

    public EvenSchedule(DateTimeOffset first, TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        (_first, _interval) = (first.ToUniversalTime(), interval);
    }

    public override DateTimeOffset NextAfter(DateTimeOffset moment) => LastUpTo(moment) + _interval;

    public override DateTimeOffset LastUpTo(DateTimeOffset moment)
    {
        var past = (moment - _first).Ticks % _interval.Ticks;
        if (past < 0) past += _interval.Ticks;
        return moment.ToUniversalTime().AddTicks(-past);
    }
}

namespace UnionBot.SystemTests.Hosting;

/// <summary>
/// The real time, in which whoever looks again and again whether there is something to do looks more often: else a test mostly waits.
/// Moments, time limits and single pauses are as ever.
/// </summary>
internal sealed class BriskTime : TimeProvider
{
    private const int Times = 5;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        period > TimeSpan.Zero
            ? base.CreateTimer(callback, state, dueTime / Times, period / Times)
            : base.CreateTimer(callback, state, dueTime, period);
}

using System.Globalization;

namespace UnionBot.Benchmarks.Machine;

/// <summary>What all processors have done together, as Linux counts it in <c>/proc/stat</c>.</summary>
internal static class WholeMachine
{
    private const int Idle = 3;
    private const int Waiting = 4;
    private const int Counted = 8;    // user, nice, system, idle, iowait, irq, softirq, steal
    private const int TicksPerSecond = 100;

    /// <summary>Processor time spent on anything since the machine was started.</summary>
    public static TimeSpan Processor
    {
        get
        {
            var line = File.ReadLines("/proc/stat").First();
            var times = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..(Counted + 1)];
            var busy = times.Where((_, i) => i is not (Idle or Waiting)).Sum(time => long.Parse(time, CultureInfo.InvariantCulture));
            return TimeSpan.FromSeconds((double)busy / TicksPerSecond);
        }
    }
}

using System.Diagnostics;

namespace UnionBot.SystemTests.Hosting;

/// <summary>Waits for what another process or a loop does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <exception cref="TimeoutException">It did not hold within half a minute.</exception>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > Patience) throw new TimeoutException($"Not within {Patience.TotalSeconds} seconds.");

            await Task.Delay(Glance);
        }
    }

    public static Task HoldsAsync(Func<bool> condition) => HoldsAsync(() => Task.FromResult(condition()));
}

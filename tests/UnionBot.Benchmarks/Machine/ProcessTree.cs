using System.Globalization;

namespace UnionBot.Benchmarks.Machine;

/// <summary>Adds up what a process and its children have cost, as Linux counts it in <c>/proc</c>.</summary>
internal static class ProcessTree
{
    private const int TicksPerSecond = 100;    // USER_HZ, the same on every Linux

    // Fields of /proc/<pid>/stat behind the name in brackets.
    private const int Parent = 1;
    private const int FirstTime = 11;
    private const int LastTime = 14;    // utime, stime, and those of children that have ended

    public static TimeSpan ProcessorOf(int root)
    {
        var stats = ReadAll();
        var ticks = stats.Where(stat => stat.Id == root || stat.Parent == root).Sum(stat => stat.Ticks);
        return TimeSpan.FromSeconds((double)ticks / TicksPerSecond);
    }

    private static List<(int Id, int Parent, long Ticks)> ReadAll()
    {
        var stats = new List<(int Id, int Parent, long Ticks)>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && Read(folder) is { } fields)
            {
                stats.Add((id, int.Parse(fields[Parent], CultureInfo.InvariantCulture), TimesIn(fields)));
            }
        }

        return stats;
    }

    private static long TimesIn(string[] fields) =>
        fields[FirstTime..(LastTime + 1)].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));

    /// <returns>Null when the process has just ended.</returns>
    private static string[]? Read(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, "stat"));
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}

using System.Globalization;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>The server process of a data folder, as its <c>postmaster.pid</c> and the kernel tell of it.</summary>
internal sealed record Postmaster(int Pid, string Status)
{
    private const int StatusLine = 7;

    public bool IsReady => Status == "ready";

    public bool IsStopping => Status == "stopping";

    /// <returns>The living server of <paramref name="dataFolder"/>, or null; a file left by a dead one does not count.</returns>
    public static Postmaster? Find(string dataFolder)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(Path.Combine(dataFolder, "postmaster.pid"));
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        if (lines.Length == 0 || !int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)) return null;
        if (!IsAlive(pid, dataFolder)) return null;

        return new Postmaster(pid, lines.Length > StatusLine ? lines[StatusLine].Trim() : "starting");
    }

    /// <summary>
    /// Looks at the process itself: the number may meanwhile belong to another program, or to a zombie that still
    /// takes signals.
    /// </summary>
    private static bool IsAlive(int pid, string dataFolder)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            var state = stat[stat.LastIndexOf(')')..];
            if (!stat.Contains("(postgres)", StringComparison.Ordinal) || state.StartsWith(") Z", StringComparison.Ordinal))
            {
                return false;
            }

            return new DirectoryInfo($"/proc/{pid}/cwd").LinkTarget == Path.TrimEndingDirectorySeparator(dataFolder);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

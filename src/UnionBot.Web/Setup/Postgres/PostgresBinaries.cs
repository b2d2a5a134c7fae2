using System.Globalization;
using System.Text.RegularExpressions;

namespace UnionBot.Web.Setup.Postgres;

/// <summary>A folder with PostgreSQL's programs, and the major version they are of.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    public const int LowestMajor = 15;

    private static readonly string[] DistributionFolders = ["/usr/lib/postgresql", "/usr/local/lib/postgresql"];

    public string Server => Path.Combine(Folder, "postgres");

    public string InitDb => Path.Combine(Folder, "initdb");

    /// <summary>Finds the programs: the folder from the settings, else PATH, else the distribution's folders.</summary>
    /// <param name="configured">A folder that holds <c>postgres</c> and <c>initdb</c>; empty to search.</param>
    /// <param name="neededMajor">The version that made the data folder; null when there is none yet.</param>
    /// <exception cref="SetupException">There are none, or none of the needed version.</exception>
    public static async Task<PostgresBinaries> FindAsync(string configured, int? neededMajor, CancellationToken ct)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in configured.Length > 0 ? [configured] : Candidates())
        {
            if (await TryReadAsync(folder, ct) is { } binaries) found.Add(binaries);
        }

        var usable = found.Where(b => b.Major >= LowestMajor).OrderByDescending(b => b.Major).ToList();
        if (usable.Count == 0) throw new SetupException(NoneFound(configured, found));
        if (neededMajor is not { } major) return usable[0];

        return usable.Find(b => b.Major == major) ?? throw new SetupException(
            $"The data folder was made by PostgreSQL {major}, but only version {Versions(usable)} is installed: " +
            $"install PostgreSQL {major}, or move the data with pg_upgrade.");
    }

    private static IEnumerable<string> Candidates()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var installed = DistributionFolders
            .Where(Directory.Exists)
            .SelectMany(Directory.GetDirectories)
            .Select(version => Path.Combine(version, "bin"));

        return onPath.Concat(installed).Where(HoldsServer).Distinct(StringComparer.Ordinal);
    }

    private static bool HoldsServer(string folder) =>
        File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb"));

    private static async Task<PostgresBinaries?> TryReadAsync(string folder, CancellationToken ct)
    {
        if (!HoldsServer(folder)) return null;

        var said = await Programs.RunAsync(Path.Combine(folder, "postgres"), ["--version"], user: null, ct);
        var version = VersionNumber().Match(said.Output);
        return version.Success
            ? new PostgresBinaries(folder, int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;
    }

    private static string NoneFound(string configured, List<PostgresBinaries> tooOld) =>
        tooOld.Count > 0
            ? $"PostgreSQL {LowestMajor} or newer is needed, but only version {Versions(tooOld)} was found."
            : $"PostgreSQL's programs were not found{(configured.Length > 0 ? $" in {configured}" : "")}: install them " +
              "(apt-get install postgresql), name their folder in Data:PostgresBinaries, or set ConnectionStrings:UnionBot.";

    private static string Versions(IEnumerable<PostgresBinaries> binaries) =>
        string.Join(", ", binaries.Select(b => b.Major).Distinct());

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionNumber();
}

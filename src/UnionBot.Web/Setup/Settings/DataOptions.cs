namespace UnionBot.Web.Setup.Settings;

/// <summary>Where the bot keeps what it needs on this machine.</summary>
internal sealed record DataOptions : ISettings
{
    public static string Section => "Data";

    /// <summary>Holds the private server and its keys; empty for the usual place of a service or a user.</summary>
    public string Directory { get; init; } = "";

    /// <summary>Keeps what was learnt from the files of words, some 10 MB that may be deleted; empty for <c>learnt</c> in <see cref="Folder"/>.</summary>
    public string Learnt { get; init; } = "";

    /// <summary>A folder with <c>postgres</c> and <c>initdb</c>; empty to search.</summary>
    public string PostgresBinaries { get; init; } = "";

    /// <summary>Whether <c>run</c> brings the database up to date, or only <c>migrate</c> does.</summary>
    public bool MigrateAtStart { get; init; } = true;

    public string Folder => Directory.Length > 0 ? Path.TrimEndingDirectorySeparator(Path.GetFullPath(Directory)) : Usual();

    public string LearntFolder => Learnt.Length > 0 ? Path.GetFullPath(Learnt) : Path.Combine(Folder, "learnt");

    public IEnumerable<Problem> Problems()
    {
        if (!Path.IsPathFullyQualified(Folder)) yield return new(nameof(Directory), "an absolute path");
        if (PostgresBinaries.Length > 0 && !File.Exists(Path.Combine(PostgresBinaries, "initdb")))
        {
            yield return new(nameof(PostgresBinaries), "a folder that holds postgres and initdb, or empty");
        }
    }

    private static string Usual() => Environment.IsPrivilegedProcess
        ? "/var/lib/unionbot"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "unionbot");
}

using System.Runtime.Versioning;
using System.Text;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.Web.Setup;

/// <summary>Files and folders that only the user who runs us may open.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();

        Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a new file, which exists either whole or not at all.</summary>
    /// <exception cref="IOException">There is a file of that name.</exception>
    public static void Write(string file, string text) => Write(file, $"{file}.{Path.GetRandomFileName()}", text, overwrite: false);

    /// <summary>
    /// Writes a file anew: whoever reads it sees the old or the new text whole, also after the power failed. Two
    /// processes must not do so at once.
    /// </summary>
    public static void Replace(string file, string text)
    {
        // A name of its own each time would leave copies lying about whenever a process is killed here.
        var unfinished = $"{file}.new";
        File.Delete(unfinished);
        Write(file, unfinished, text, overwrite: true);
    }

    /// <summary>Whether neither group nor others have any right to <paramref name="file"/> (0600 or less).</summary>
    public static bool IsPrivate(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) == 0;

    private static void Write(string file, string unfinished, string text, bool overwrite)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();

        try
        {
            WriteAndFlush(unfinished, text);
            File.Move(unfinished, file, overwrite);
        }
        finally
        {
            File.Delete(unfinished);
        }

        FlushFolder(Path.GetDirectoryName(file)!);
    }

    // The new name is on the disk only once its folder is, too.
    private static void FlushFolder(string folder)
    {
        using var sync = Programs.Start(Programs.Describe("sync", [folder], user: null));
        var errors = sync.StandardError.ReadToEnd();
        sync.WaitForExit();
        if (sync.ExitCode != 0) throw new IOException($"{folder} could not be written to the disk: {errors.Trim()}");
    }

    [UnsupportedOSPlatform("windows")]
    private static void WriteAndFlush(string file, string text)
    {
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = Owner,
        });
        stream.Write(Encoding.UTF8.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }
}

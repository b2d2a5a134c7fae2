using System.Runtime.Versioning;
using System.Text;

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
    public static void Write(string file, string text)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();

        var unfinished = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            WriteAndFlush(unfinished, text);
            File.Move(unfinished, file, overwrite: false);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Whether neither group nor others have any right to <paramref name="file"/> (0600 or less).</summary>
    public static bool IsPrivate(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) == 0;

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

namespace UnionBot.Web.Commands;

/// <summary>Looks at a file that somebody named before it is opened.</summary>
internal static class OrdinaryFile
{
    /// <summary>Devices and pipes have no length: to open one may wait for ever, and to read it may never end.</summary>
    /// <returns>Null when it can be read to its end, or is not there at all.</returns>
    public static string? FaultOf(string path) =>
        Directory.Exists(path) ? $"'{path}' is a folder. Name the file in it." :
        File.Exists(path) && new FileInfo(path).Length == 0 ? $"'{path}' is empty or no ordinary file (a device, a pipe). Name a file." :
        null;
}

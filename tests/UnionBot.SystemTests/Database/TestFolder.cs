namespace UnionBot.SystemTests.Database;

/// <summary>A folder of its own for one test, open to the user who runs PostgreSQL, and gone afterwards.</summary>
public sealed class TestFolder : IDisposable
{
    private const UnixFileMode PassThrough =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute |
        UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public TestFolder()
    {
        Path = Directory.CreateTempSubdirectory("unionbot-").FullName;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, PassThrough);
    }

    public string Path { get; }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}

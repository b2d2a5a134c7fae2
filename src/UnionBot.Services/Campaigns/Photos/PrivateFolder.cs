namespace UnionBot.Services.Campaigns.Photos;

/// <summary>A folder that only we can open, in memory where there is such a place; removed with all in it.</summary>
internal sealed class PrivateFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public PrivateFolder()
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException();
        Path = System.IO.Path.Combine(Directory.Exists(Memory) ? Memory : System.IO.Path.GetTempPath(), $"unionbot-photos-{Guid.CreateVersion7():N}");
        Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

using UnionBot.Sandbox.Setup;

namespace UnionBot.Sandbox.Storage;

/// <summary>The folder that holds everything the sandbox must remember, owned by one process at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    /// <exception cref="SettingsException">The folder cannot be written, or another sandbox uses it.</exception>
    public DataFolder(SandboxOptions options)
    {
        Path = System.IO.Path.GetFullPath(options.Data);
        try
        {
            Directory.CreateDirectory(Path);
            _lock = new FileStream(File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"Setting Sandbox:Data: {Path} cannot be used: {problem.Message}");
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _lock.Dispose();
}

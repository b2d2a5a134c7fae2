namespace UnionBot.Benchmarks.Machine;

/// <summary>Where a run keeps its files: a temporary folder for data, and one that stays for the peers and the logs.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly bool _isTemporary;

    /// <param name="data">A folder to keep and use again; null for a temporary one.</param>
    public Workspace(string? data)
    {
        _isTemporary = data is null;
        // Not the runtime's own temporary folder, which nobody else may enter: PostgreSQL runs as another user.
        Data = Path.GetFullPath(data ?? Path.Combine(Path.GetTempPath(), $"unionbot-benchmark-{Environment.ProcessId}"));
        Directory.CreateDirectory(Data);
        Directory.CreateDirectory(Lasting);
    }

    public string Data { get; }

    /// <summary>Beside the build's output.</summary>
    public string Lasting { get; } = Path.Combine(Artifacts(), "benchmarks");

    public string MessageFile => Path.Combine(Data, "messages.bin");

    public string LogOf(string server) => Path.Combine(Lasting, $"{server}.log");

    public void Dispose()
    {
        File.Delete(MessageFile);
        if (_isTemporary) Directory.Delete(Data, recursive: true);
    }

    // The build writes to <artifacts>/bin/<project>/<configuration>/.
    private static string Artifacts() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../.."));
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace UnionBot.Services.Campaigns.Photos;

/// <summary>
/// One run of ImageMagick in a private folder, within limits: pictures come from anybody, and the program has read hostile ones wrongly before.
/// It is told each format, and no name or address that people chose; what would not fit into memory is refused.
/// </summary>
internal sealed class ToolRun(PhotoRules rules, string program)
{
    private const int MostOutput = 32 * 1024 * 1024;
    private const int MostComplaint = 4096;

    /// <summary>With the limits before the arguments.</summary>
    /// <param name="folder">Private, where it works and keeps what it needs for a moment.</param>
    /// <returns>What it wrote; null when it failed, was killed, or is no program at all.</returns>
    public async Task<byte[]?> RunAsync(IEnumerable<string> arguments, ReadOnlyMemory<byte> input, string folder, CancellationToken ct)
    {
        using var process = Start(arguments, folder);
        if (process is null) return null;

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(rules.LongestRun);
        try
        {
            var (written, complaint) = (ReadAsync(process.StandardOutput.BaseStream, MostOutput, limit.Token), ReadAsync(process.StandardError.BaseStream, MostComplaint, limit.Token));
            await WriteAsync(process.StandardInput.BaseStream, input, limit.Token);
            var output = await written;
            await complaint;
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? output : null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private Process? Start(IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, [.. Limits(), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var path = start.Environment["PATH"];
        start.Environment.Clear();
        foreach (var (name, value) in new[] { ("PATH", path), ("LC_ALL", "C"), ("HOME", folder), ("TMPDIR", folder), ("MAGICK_TEMPORARY_PATH", folder) })
            start.Environment[name] = value;

        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private IEnumerable<string> Limits()
    {
        (string Of, string Most)[] limits =
        [
            ("memory", $"{rules.MostMegabytes}MiB"), ("map", "0B"), ("disk", "0B"), ("thread", "1"), ("width", Text(rules.LongestSide)), ("height", Text(rules.LongestSide)),
            ("time", Text((int)Math.Ceiling(rules.LongestRun.TotalSeconds))),
        ];
        return limits.SelectMany(limit => new[] { "-limit", limit.Of, limit.Most });
    }

    /// <summary>All of it is read, so that the program never waits for us; beyond the most nothing is kept.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream, int most, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read <= most) kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    private static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> input, CancellationToken ct)
    {
        try
        {
            await stream.WriteAsync(input, ct);
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // It ended without reading all of it; its exit code says what came of that.
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

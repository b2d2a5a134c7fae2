using System.Diagnostics;
using System.Globalization;

namespace UnionBot.SystemTests.Hosting;

/// <summary>A program of ours in a process of its own, which can be killed.</summary>
internal sealed class ChildProgram : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private Task<string> _rest = Task.FromResult("");

    private ChildProgram(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <param name="program">The file of the assembly that holds the program's beginning.</param>
    /// <param name="settings">Such as <c>("WeChat:AppId", "wx1")</c>, given as environment variables.</param>
    public static ChildProgram Start(string program, string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        return new ChildProgram(Process.Start(start)!);
    }

    public int Id => _process.Id;

    /// <summary>Waits for its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, output, await _errors);
    }

    /// <summary>Waits until it writes a line that holds this.</summary>
    /// <returns>What stands behind it in the line.</returns>
    public async Task<string> ReadAfterAsync(string mark)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var at = line.IndexOf(mark, StringComparison.Ordinal);
            if (at < 0) continue;

            // Read on, or it would wait for us once the pipe is full.
            _rest = _process.StandardOutput.ReadToEndAsync();
            return line[(at + mark.Length)..].Trim();
        }

        throw new InvalidOperationException($"The program ended: {await _errors}");
    }

    /// <summary>For a program that is to run until it is told to stop.</summary>
    /// <exception cref="InvalidOperationException">It ended by itself; with what it said last.</exception>
    public async Task RunsAsync()
    {
        if (_process.HasExited)
            throw new InvalidOperationException($"The program ended by itself ({_process.ExitCode}): {await _rest} {await _errors}");
    }

    /// <summary>As by kill -9; returns when it is gone.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>As by Ctrl-C or a service manager.</summary>
    public async Task<int> StopAsync(string signal)
    {
        Process.Start("kill", [signal, _process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}

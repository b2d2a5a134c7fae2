using System.CommandLine;
using System.Text.Json;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Hosting;

/// <summary>The command line of the server, each command run to its end in this process.</summary>
public sealed class OperatorConsole(params (string Name, string Value)[] settings) : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TestFolder _folder = new();

    /// <param name="Output">Without the last line's end.</param>
    public sealed record Printed(int Code, string Output, string Errors);

    public static OperatorConsole On(TestDatabase database, params (string Name, string Value)[] settings) =>
        new([.. RunningBot.Usual, ("ConnectionStrings:UnionBot", database.ConnectionString), .. settings]);

    /// <summary>Writes a file for a command to read; only its owner may open it.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, OwnerOnly);
        return path;
    }

    public async Task<Printed> RunAsync(params string[] arguments)
    {
        var file = Write("settings.json", JsonSerializer.Serialize(
            settings.GroupBy(s => s.Name).ToDictionary(s => s.Key, s => s.Last().Value)));
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandTree.Build()
            .Parse([.. arguments, "--settings", file])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return new Printed(code, output.ToString().TrimEnd(), errors.ToString().TrimEnd());
    }

    public void Dispose() => _folder.Dispose();
}

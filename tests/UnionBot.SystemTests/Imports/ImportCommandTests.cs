using System.CommandLine;
using System.Text.Json;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Imports;

public sealed class ImportCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Unions_and_members_are_imported_from_the_command_line_once()
    {
        var unions = Write("unions.csv", ImportCity.Unions);
        var members = Write("members.csv", "所属工会,姓名,手机号\n济南市总工会,王芳,13800000001\n");

        Assert.Equal((ExitCodes.Ok, "Imported: 5 new, 0 changed, 0 as they were."), await RunAsync("organisations", unions));
        Assert.Equal(
            (ExitCodes.Ok, "Good, nothing was kept (dry run): 1 new, 0 changed, 0 as they were."),
            await RunAsync("members", members, "--dry-run"));
        Assert.Equal((ExitCodes.Ok, "Imported: 1 new, 0 changed, 0 as they were."), await RunAsync("members", members));
        Assert.Contains("imported before", (await RunAsync("members", members)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_printed_and_the_command_fails()
    {
        var (code, output) = await RunAsync("members", Write("bad.csv", "所属工会,姓名,手机号\n甲,王芳,3.7E+17\n"));

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("第 2 行“手机号”", output, StringComparison.Ordinal);
        Assert.EndsWith("2 faults in 1 rows. Nothing was imported.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_answer_and_not_a_crash() =>
        Assert.Equal(ExitCodes.CannotRunHere, (await RunAsync("members", Path.Combine(_folder.Path, "none.csv"))).Code);

    private async Task<(int Code, string Output)> RunAsync(string kind, params string[] arguments)
    {
        var settings = RunningBot.Usual
            .Append((Name: "ConnectionStrings:UnionBot", Value: _database.ConnectionString))
            .GroupBy(s => s.Name.Split(':')[0])
            .ToDictionary(s => s.Key, SectionOf);
        var file = Write("settings.json", JsonSerializer.Serialize(settings));
        var output = new StringWriter();
        var code = await CommandTree.Build()
            .Parse(["import", kind, .. arguments, "--settings", file])
            .InvokeAsync(new InvocationConfiguration { Output = output, Error = output });
        return (code, output.ToString().TrimEnd());
    }

    private static object SectionOf(IGrouping<string, (string Name, string Value)> section) =>
        section.First().Name.Contains(':', StringComparison.Ordinal)
            ? section.ToDictionary(s => s.Name[(s.Name.IndexOf(':', StringComparison.Ordinal) + 1)..], s => s.Value)
            : section.First().Value;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllText(path, text);
        // Settings that hold secrets are refused when others may read them.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }
}

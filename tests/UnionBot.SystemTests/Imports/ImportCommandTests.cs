using System.Diagnostics;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.Imports;

public sealed class ImportCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private OperatorConsole _console = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _console = OperatorConsole.On(_database);
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Unions_and_members_are_imported_from_the_command_line_once()
    {
        var unions = _console.Write("unions.csv", ImportCity.Unions);
        var members = _console.Write("members.csv", "所属工会,姓名,手机号\n济南市总工会,王芳,13800000001\n");

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
        var (code, output) = await RunAsync("members", _console.Write("bad.csv", "所属工会,姓名,手机号\n甲,王芳,3.7E+17\n"));

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("第 2 行“手机号”", output, StringComparison.Ordinal);
        Assert.EndsWith("2 faults in 1 rows. Nothing was imported.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_answer_and_not_a_crash() =>
        Assert.Equal(ExitCodes.CannotRunHere, (await RunAsync("members", "/none.csv")).Code);

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("a pipe")]
    public async Task What_is_no_ordinary_file_is_refused_before_it_is_read(string path)
    {
        using var folder = new TestFolder();
        if (path == "a pipe") await MakePipeAsync(path = Path.Combine(folder.Path, "pipe"));

        var printed = await _console.RunAsync("import", "members", path).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(ExitCodes.CannotRunHere, printed.Code);
        Assert.Contains("no ordinary file", Assert.Single(printed.Errors.Split('\n')), StringComparison.Ordinal);
    }

    private static async Task MakePipeAsync(string path)
    {
        using var made = Process.Start("mkfifo", [path]);
        await made.WaitForExitAsync();
    }

    private async Task<(int Code, string Output)> RunAsync(string kind, params string[] arguments)
    {
        var printed = await _console.RunAsync(["import", kind, .. arguments]);
        return (printed.Code, printed.Output);
    }
}

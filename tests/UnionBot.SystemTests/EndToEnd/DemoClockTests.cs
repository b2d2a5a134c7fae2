using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;
using UnionBot.Web.Commands;

namespace UnionBot.SystemTests.EndToEnd;

public sealed class DemoClockTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SandboxUnderTest _sandbox = null!;
    private OperatorConsole _console = null!;

    [Fact]
    public async Task A_command_of_its_own_process_follows_the_sandbox_clock()
    {
        var soon = TimeProvider.System.GetUtcNow().AddDays(3);
        await _console.RunAsync("staff", "add", "--name", "赵敏");
        await _console.RunAsync(
            "duty", "add", "--staff", "1", "--from", StaffWork.Show(soon.AddHours(-1)), "--to", StaffWork.Show(soon.AddHours(1)));
        Assert.Contains("Nobody", (await _console.RunAsync("duty", "now")).Output, StringComparison.Ordinal);

        await _sandbox.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Contains("赵敏", (await _console.RunAsync("duty", "now")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_sandbox_a_command_says_that_times_are_real_ones()
    {
        await _sandbox.StopAsync();

        var (code, _, errors) = await _console.RunAsync("duty", "now");
        await _sandbox.StartAgainAsync();

        Assert.Equal(ExitCodes.Ok, code);
        Assert.Contains("The sandbox cannot be reached", errors, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _sandbox = await SandboxUnderTest.StartAsync();
        _console = OperatorConsole.On(_database, SandboxUnderTest.AccountOn(_sandbox));
    }

    public async Task DisposeAsync()
    {
        _console.Dispose();
        await _sandbox.DisposeAsync();
        await _database.DisposeAsync();
    }
}

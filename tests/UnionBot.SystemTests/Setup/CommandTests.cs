using System.Net;
using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;
using UnionBot.Web.Setup.Postgres;

namespace UnionBot.SystemTests.Setup;

public sealed class CommandTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Theory]
    [InlineData("--help")]
    [InlineData("run", "--help")]
    [InlineData("migrate", "--help")]
    [InlineData("check", "--help")]
    [InlineData("rotate-keys", "--help")]
    public async Task Every_command_explains_itself(params string[] arguments)
    {
        var ended = await BotProcess.RunAsync(arguments);

        Assert.Equal(0, ended.ExitCode);
        Assert.Contains("Usage:", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reply")]
    public async Task A_command_that_is_not_built_is_unknown(string name)
    {
        var ended = await BotProcess.RunAsync([name]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"'{name}'", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_end_every_command_with_code_2_and_plain_words()
    {
        var ended = await BotProcess.RunAsync(["check"], ("WeChat:Mode", "save"), ("Data:Path", "/x"));

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("WeChat:Mode = \"save\": must be safe | compatible | plain.", ended.Errors, StringComparison.Ordinal);
        Assert.Contains("Data:Path is not a setting", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_ends_a_command_with_code_2()
    {
        var ended = await BotProcess.RunAsync(
            ["migrate"], [.. RunningBot.Usual, ("ConnectionStrings:UnionBot", "Host=127.0.0.1;Port=1;Database=none;Timeout=2")]);

        Assert.Equal(2, ended.ExitCode);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrating_twice_does_nothing_the_second_time()
    {
        using var folder = new TestFolder();
        (string, string)[] settings = [("Data:Directory", folder.Path)];

        var first = await BotProcess.RunAsync(["migrate"], settings);
        var second = await BotProcess.RunAsync(["migrate"], settings);

        Assert.Contains("Done: ", first.Output, StringComparison.Ordinal);
        Assert.Equal("The database is up to date.\n", second.Output);
        Assert.Equal(0, second.ExitCode);
    }

    [Fact]
    public async Task A_check_finds_all_well_or_names_what_is_not()
    {
        (string, string)[] settings = [.. RunningBot.Usual, ("ConnectionStrings:UnionBot", fixture.Database.ConnectionString)];
        await BotProcess.RunAsync(["migrate"], settings);

        var well = await BotProcess.RunAsync(["check"], settings);
        var wrong = await BotProcess.RunAsync(["check"], [.. settings, ("Encryption:Keys", $"test:{RunningBot.Key(9)}")]);

        Assert.Equal(0, well.ExitCode);
        Assert.All(well.Output.TrimEnd().Split('\n'), line => Assert.Matches("^(ok|note) +[a-z]", line.ToLowerInvariant()));
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("FAIL  keys: Encryption:Keys: key 'test'", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_was_killed_leaves_a_clean_database_and_starts_again()
    {
        using var folder = new TestFolder();
        await ReadyServer.CopyToAsync(folder.Path);
        (string, string)[] settings = [.. RunningBot.Usual, ("Data:Directory", folder.Path)];
        var data = Path.Combine(folder.Path, "postgres", "data");

        using (var first = BotProcess.Start(["run"], settings))
        {
            await first.AddressAsync();
            first.Kill();
        }

        await Eventually.HoldsAsync(() => Postmaster.Find(data) is null);

        // And once more without waiting, so that the server is met while it stops or is still adopted.
        using (var second = BotProcess.Start([], settings))
        {
            await second.AddressAsync();
            second.Kill();
        }

        using var third = BotProcess.Start(["run"], settings);
        using var client = new HttpClient { BaseAddress = await third.AddressAsync() };
        await Eventually.HoldsAsync(async () =>
            (await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK);

        Assert.Equal(0, await third.StopAsync());
        Assert.Null(Postmaster.Find(data));
    }

    [Fact]
    public async Task Commands_use_the_server_of_a_running_bot()
    {
        using var folder = new TestFolder();
        await ReadyServer.CopyToAsync(folder.Path);
        (string, string)[] settings = [.. RunningBot.Usual, ("Data:Directory", folder.Path)];
        using var bot = BotProcess.Start(["run"], settings);
        using var client = new HttpClient { BaseAddress = await bot.AddressAsync() };

        var check = await BotProcess.RunAsync(["check"], settings);

        Assert.Equal(0, check.ExitCode);
        Assert.Equal("live", await client.GetStringAsync("/health/live"));
        Assert.Equal(0, await bot.StopAsync("-TERM"));
    }
}

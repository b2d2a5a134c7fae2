using UnionBot.SystemTests.Database;
using UnionBot.SystemTests.Hosting;

namespace UnionBot.SystemTests.Setup;

/// <summary>The program as it is installed, with something wrong: it ends at once with code 2 and plain words.</summary>
public sealed class RefusedStartTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private (string Name, string Value)[] Settings =>
        [.. RunningBot.Usual, ("ConnectionStrings:UnionBot", fixture.Database.ConnectionString)];

    [Theory]
    [InlineData("replies/chat/menu.hbs", 2, "{{NotThere}}")]
    [InlineData("understanding/openings/membership.yaml", 3, "  surprise: 1")]
    [InlineData("understanding/hotlines.yaml", 4, "  number: [")]
    [InlineData("calendar/holidays/2026.yaml", 5, "  - {holidays: [元旦], first: 2026-13-01, last: 2026-01-03}")]
    public async Task A_broken_file_is_named_with_its_line_and_the_reason(string file, int line, string broken)
    {
        using var folder = new TestFolder();
        var program = InstalledBot.In(folder.Path);
        await program.InsertAsync(file, line, broken);

        var ended = await program.RunAsync(["run"], Settings);

        Assert.Equal(2, ended.ExitCode);
        var lines = ended.Errors.TrimEnd().Split('\n');
        Assert.True(lines is [var only] && only.Contains($"{file}, line {line}: ", StringComparison.Ordinal), ended.Errors);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named()
    {
        using var folder = new TestFolder();
        var program = InstalledBot.In(folder.Path);
        program.Remove("replies/chat/menu.hbs");

        var ended = await program.RunAsync(["run"], Settings);

        Assert.Equal(2, ended.ExitCode);
        Assert.Contains("replies/chat/menu.hbs, line 1: ", ended.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_as_it_is_installed_starts()
    {
        using var folder = new TestFolder();
        using var bot = InstalledBot.In(folder.Path).Start(["run"], Settings);

        Assert.Equal("http", (await bot.AddressAsync()).Scheme);
    }

    [Theory]
    [InlineData("Urls")]
    [InlineData("Management:Urls")]
    public async Task A_port_that_is_taken_is_named_in_one_line(string setting)
    {
        await using var other = await RunningBot.StartAsync(fixture.Database);
        var taken = other.Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

        var ended = await BotProcess.RunAsync(["run"], [.. Settings, (setting, taken)]);

        Assert.Equal(2, ended.ExitCode);
        Assert.StartsWith($"{setting}: {taken}: ", Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/union")]
    [InlineData("/dev/null/union")]
    public async Task A_data_folder_that_cannot_be_made_is_named_with_its_setting_in_one_line(string folder)
    {
        var ended = await BotProcess.RunAsync(["run"], [.. RunningBot.Usual, ("Data:Directory", folder)]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Matches($"{folder}.*Data:Directory", Assert.Single(ended.Errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task A_data_folder_of_another_PostgreSQL_is_named_with_both_versions()
    {
        using var folder = new TestFolder();
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "postgres", "data"));
        await File.WriteAllTextAsync(Path.Combine(data.FullName, "PG_VERSION"), "12\n");

        var ended = await BotProcess.RunAsync(["run"], [.. RunningBot.Usual, ("Data:Directory", folder.Path)]);

        Assert.Equal(2, ended.ExitCode);
        Assert.Matches("made by PostgreSQL 12.*installed", Assert.Single(ended.Errors.TrimEnd().Split('\n')));
    }
}

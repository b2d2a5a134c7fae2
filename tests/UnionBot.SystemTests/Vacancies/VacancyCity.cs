using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>A city whose staff have taken in the vacancies of the talks and verified them, by their own commands.</summary>
public class VacancyCity : City, IAsyncLifetime
{
    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        using var console = Console();
        await RunAsync(console, "staff", "add", "--name", "赵敏");
        await TakeInAsync(console, VacancyStage.PostsUntil(InAMonth));
    }

    /// <summary>The day until which vacancies are to be had.</summary>
    protected static string InAMonth => $"{UnionCalendar.DayOf(DateTimeOffset.UtcNow).AddDays(30):yyyy-MM-dd}";

    /// <summary>One more vacancy, taken in and verified.</summary>
    /// <param name="row">As in the file of the talks.</param>
    protected async Task AddAsync(string row)
    {
        using var console = Console();
        await TakeInAsync(console, $"{VacancyStage.PostsUntil(InAMonth).Split('\n')[0].TrimEnd()}\n{row}\n");
    }

    private OperatorConsole Console() => OperatorConsole.On(Database, SandboxUnderTest.AccountOn(Sandbox));

    private async Task TakeInAsync(OperatorConsole console, string posts)
    {
        var list = Path.Combine(Path.GetTempPath(), $"vacancies-{Guid.CreateVersion7():N}.csv");
        await File.WriteAllTextAsync(list, posts);
        await RunAsync(console, "import", "vacancies", list);
        File.Delete(list);

        var waiting = await Database.ScalarAsync<long[]>("SELECT array_agg(id) FROM vacancy WHERE state = 0");
        var numbers = waiting.Select(id => id.ToString(CultureInfo.InvariantCulture));
        await RunAsync(console, ["vacancy", "review", "approve", .. numbers, "--as", "1", "--licence-seen", "--reason", "已电话核实"]);
    }

    private static async Task RunAsync(OperatorConsole console, params string[] command)
    {
        var done = await console.RunAsync(command);
        Assert.True(done.Code == 0, done.Errors);
    }
}

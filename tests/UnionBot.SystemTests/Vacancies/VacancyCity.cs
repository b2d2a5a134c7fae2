using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.SystemTests.EndToEnd;
using UnionBot.SystemTests.Hosting;
using UnionBot.SystemTests.Sandbox;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>A city whose staff have taken in the vacancies of the talks and verified them, by their own commands.</summary>
public sealed class VacancyCity : City, IAsyncLifetime
{
    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        using var console = OperatorConsole.On(Database, SandboxUnderTest.AccountOn(Sandbox));
        var list = Path.Combine(Path.GetTempPath(), $"vacancies-{Guid.CreateVersion7():N}.csv");
        await File.WriteAllTextAsync(list, VacancyStage.PostsUntil($"{UnionCalendar.DayOf(DateTimeOffset.UtcNow).AddDays(30):yyyy-MM-dd}"));
        await RunAsync(console, "import", "vacancies", list);
        File.Delete(list);

        await RunAsync(console, "staff", "add", "--name", "赵敏");
        var waiting = await Database.ScalarAsync<long[]>("SELECT array_agg(id) FROM vacancy");
        var numbers = waiting.Select(id => id.ToString(CultureInfo.InvariantCulture));
        await RunAsync(console, ["vacancy", "review", "approve", .. numbers, "--as", "1", "--licence-seen", "--reason", "已电话核实"]);
    }

    private static async Task RunAsync(OperatorConsole console, params string[] command)
    {
        var done = await console.RunAsync(command);
        Assert.True(done.Code == 0, done.Errors);
    }
}

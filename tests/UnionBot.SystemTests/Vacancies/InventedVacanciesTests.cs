using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Commands.Seed;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>What a demo invents.</summary>
public sealed class InventedVacanciesTests
{
    private const int Count = 200;

    [Fact]
    public async Task They_are_all_taken_in_marked_and_but_for_the_doubtful_ones_shown()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var office = await VacancyOffice.OpenAsync(database);
        var invented = new InventedVacancies(Count, UnionBot.Core.Calendar.UnionCalendar.DayOf(office.Union.Now));

        var outcome = await office.ImportFileAsync(string.Join('\n', invented.Lines()) + "\n");
        var shown = await office.Union.AsAsync<DemoVacancies, int>(demo => demo.VerifyAsync(CancellationToken.None));

        Assert.True(outcome.Report.IsClean, string.Join('\n', outcome.Report.FirstFaults));
        Assert.InRange(shown, Count * 8 / 10, Count - 1);
        var all = await office.AllAsync();
        Assert.Equal((Count, shown), (all.Count, all.Count(v => v.State is VacancyState.Approved)));
        Assert.All(all, vacancy => Assert.Contains("虚构", Assert.Single(vacancy.Sources), StringComparison.Ordinal));
        Assert.Contains(all, vacancy => vacancy.Latitude is null);
    }
}

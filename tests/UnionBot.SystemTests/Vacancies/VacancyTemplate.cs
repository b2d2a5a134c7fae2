using UnionBot.SystemTests.Database;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>A database with the regions and the verified vacancies of <c>Talks/posts.csv</c>, filled once in a test run and copied for each test.</summary>
internal static class VacancyTemplate
{
    private static readonly Lazy<Task<string>> Filled = new(FillAsync);

    public static async Task<TestDatabase> CopyAsync() => await TestDatabase.CopyAsync(await Filled.Value);

    private static async Task<string> FillAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await using (var office = await VacancyOffice.OpenAsync(database))
        {
            var outcome = await office.ImportFileAsync(VacancyStage.PostsUntil(office.InAMonth));
            Assert.True(outcome.IsGood, string.Join('\n', outcome.Report.FirstFaults));
            await office.ApproveAllAsync();
        }

        return await database.KeepAsTemplateAsync();
    }
}

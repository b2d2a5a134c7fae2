using System.Text;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Imports;
using UnionBot.Services.Vacancies.Importing;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Review;
using UnionBot.SystemTests.Cases;
using UnionBot.SystemTests.Database;
using UnionBot.Web.Setup.Database;

namespace UnionBot.SystemTests.Vacancies;

/// <summary>A union's office with the regions of Shandong, into which lists of vacancies are imported.</summary>
internal sealed class VacancyOffice : IAsyncDisposable
{
    public const string Headers = "单位名称,岗位名称,工种,区县,街道,工资,班次,福利,岗位描述,招聘人数,联系人,联系电话,有效期至,来源";

    private VacancyOffice(UnionOffice union) => Union = union;

    public UnionOffice Union { get; }

    /// <summary>A month from now, as a list writes it.</summary>
    public string InAMonth => Day(30);

    public static async Task<VacancyOffice> OpenAsync(TestDatabase database)
    {
        await RegionFiles.LoadAsync(database.Source, CancellationToken.None);
        return await ReopenAsync(database);
    }

    /// <summary>On a database that has the regions already.</summary>
    public static async Task<VacancyOffice> ReopenAsync(TestDatabase database) => new(await UnionOffice.OpenAsync(database));

    public string Day(int days) => $"{UnionCalendar.DayOf(Union.Now).AddDays(days):yyyy-MM-dd}";

    /// <param name="rows">Lines below the usual headers, or a whole file of JSON lines.</param>
    public Task<ImportOutcome> ImportAsync(params string[] rows) => ImportAsync(isDryRun: false, rows);

    public async Task<ImportOutcome> ImportAsync(bool isDryRun, params string[] rows)
    {
        return await ImportFileAsync(string.Join('\n', rows is [['{', ..], ..] ? rows : [Headers, .. rows]) + "\n", isDryRun);
    }

    public async Task<ImportOutcome> ImportFileAsync(string text, bool isDryRun = false)
    {
        using var file = new ImportFile(new MemoryStream(Encoding.UTF8.GetBytes(text)), "岗位.csv");
        return await Union.AsAsync<VacancyImport, ImportOutcome>(
            import => import.RunAsync(file, new ImportRequest(AuditActor.System, isDryRun), CancellationToken.None));
    }

    public Task<List<Vacancy>> AllAsync() =>
        Union.ReadsAsync(db => db.Set<Vacancy>().AsNoTracking().OrderBy(v => v.Id).ToListAsync());

    public async Task<Vacancy> OnlyAsync() => Assert.Single(await AllAsync());

    /// <summary>Staff verify all that waits, whatever speaks against it.</summary>
    public async Task ApproveAllAsync()
    {
        var staff = await Union.StaffAsync($"staff-{Guid.CreateVersion7():N}");
        foreach (var vacancy in await AllAsync())
        {
            if (vacancy.State is not VacancyState.Waiting) continue;
            Assert.Null(await Union.AsAsync<VacancyReview, VacancyRefusal?>(
                review => review.ApproveAsync(vacancy.Id, staff, licenceSeen: true, "已电话核实", CancellationToken.None)));
        }
    }

    public ValueTask DisposeAsync() => Union.DisposeAsync();
}

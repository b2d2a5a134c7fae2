using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Imports;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Schedule.Importing;

namespace UnionBot.Services.LegalAid.Fairs;

/// <summary>Imports job fairs with the lawyers who are there. A row is one already known by name and day, else a new one.</summary>
public sealed class FairImport(UnionDb db, ImportRunner runner, ImportWords words, LegalAidCiphers ciphers, BusinessClock clock)
{
    public const string Kind = "legal-fairs";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (_, report, stop) => TakeAsync(file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new FairColumns(words.Table(Kind), await OrganisationDirectory.LoadAsync(db, ct), UnionCalendar.DayOf(clock.GetUtcNow()));
        var lawyers = await LawyerDirectory.LoadAsync(db, ciphers, ct);
        var known = await db.Set<JobFair>().ToDictionaryAsync(f => (f.Name, f.Day), ct);
        var (seen, added, changed, unchanged) = (new HashSet<(string, DateOnly)>(), 0, 0, 0);
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            var found = row.Lawyer is null ? [] : lawyers.Find(row.Lawyer, row.Office);
            if (ProblemOf(row, found, seen) is { } problem)
            {
                report.Add(new ImportFault(row.Number, null, problem));
                continue;
            }

            var isNew = !known.TryGetValue((row.Name, row.Day), out var fair);
            if (fair is null) db.Add(fair = new JobFair(row.Name, row.Day));
            var differs = fair.Describe(row.Place, row.Union, found is [var lawyer] ? lawyer : null);
            if (isNew) added++;
            else if (differs) changed++;
            else unchanged++;
        }

        await db.SaveChangesAsync(ct);
        return new ImportCounts(added, changed, unchanged);
    }

    private static Enum? ProblemOf(FairRow row, IReadOnlyList<long> found, HashSet<(string, DateOnly)> seen) =>
        !seen.Add((row.Name, row.Day)) ? FairProblem.FairTwice :
        row.Lawyer is not null && found.Count == 0 ? FairProblem.LawyerUnknown :
        found.Count > 1 ? FairProblem.LawyerAmbiguous :
        null;
}

/// <summary>The columns of a list of job fairs.</summary>
internal sealed class FairColumns(TableWords words, OrganisationDirectory unions, DateOnly today)
{
    public static ImportTable Table { get; } = new(
        FairImport.Kind, [nameof(Name), nameof(Day), nameof(Place), nameof(Union), nameof(Lawyer), nameof(Office)], [], typeof(FairProblem));

    private ImportColumn<string> Name { get; } = words.Column(nameof(Name), ImportParsers.Text(JobFair.LongestName), isRequired: true);

    private ImportColumn<DateOnly?> Day { get; } = words.Column(nameof(Day), ImportParsers.Day(today.AddYears(-2), today.AddYears(2)), isRequired: true);

    private ImportColumn<string> Place { get; } = words.Column(nameof(Place), ImportParsers.Text(JobFair.LongestPlace));

    private ImportColumn<long> Union { get; } = words.Column(nameof(Union), unions.Cell);

    private ImportColumn<string> Lawyer { get; } = words.Column(nameof(Lawyer), ImportParsers.Text(Schedule.Lawyer.LongestName));

    private ImportColumn<string> Office { get; } = words.Column(nameof(Office), ImportParsers.Text(Schedule.Lawyer.LongestOffice));

    public IReadOnlyList<ImportColumn> All => [Name, Day, Place, Union, Lawyer, Office];

    public FairRow Read(ImportRow row) => new(
        row.Number, row.Get(Name)!, row.Get(Day)!.Value, row.Get(Place), row.Has(Union) ? row.Get(Union) : null, row.Get(Lawyer), row.Get(Office));
}

/// <param name="Union">Null for the top of the tree.</param>
/// <param name="Lawyer">Null while none is there.</param>
internal sealed record FairRow(int Number, string Name, DateOnly Day, string? Place, long? Union, string? Lawyer, string? Office);

/// <summary>What can be wrong with a row of job fairs. Worded by <c>templates/imports/legal-fairs.yaml</c>.</summary>
internal enum FairProblem
{
    FairTwice,
    LawyerUnknown,
    LawyerAmbiguous,
}

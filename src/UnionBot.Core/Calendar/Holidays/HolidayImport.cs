using UnionBot.Core.Data;
using UnionBot.Core.Imports;

namespace UnionBot.Core.Calendar.Holidays;

/// <summary>Imports the yearly holiday schedule (放假安排, 调休). A file takes the place of all that was imported of its years.</summary>
public sealed class HolidayImport(UnionDb db, ImportRunner runner, ImportWords words)
{
    public const string Kind = "holidays";

    public Task<ImportOutcome> RunAsync(ImportFile file, ImportRequest request, CancellationToken ct) =>
        runner.RunAsync(Kind, file, request, (run, report, stop) => TakeAsync(run, file, report, stop), ct);

    private async Task<ImportCounts> TakeAsync(ImportRun run, ImportFile file, ImportReport report, CancellationToken ct)
    {
        var columns = new HolidayColumns(words.Table(Kind));
        var rows = new List<HolidayRow>();
        foreach (var row in Importer.Read(file, columns.All, report).Select(columns.Read))
        {
            if (row.ProblemBeside(rows) is { } problem) report.Add(new ImportFault(row.Number, null, problem));
            else rows.Add(row);
        }

        foreach (var year in rows.GroupBy(row => row.Year).Where(year => year.All(row => row.IsWork)))
            report.Add(new ImportFault(year.First().Number, null, HolidayProblem.NoBreak));
        return report.IsClean ? await WriteAsync(run, rows, ct) : default;
    }

    private async Task<ImportCounts> WriteAsync(ImportRun run, List<HolidayRow> rows, CancellationToken ct)
    {
        HolidayPeriod[] periods = [.. rows.Select(row => row.Period)];
        var years = periods.Select(p => p.Year).ToHashSet();
        var known = (await HolidayTable.ReadAsync(db, ct)).Where(p => years.Contains(p.Year)).ToHashSet();
        var same = periods.Count(known.Contains);
        await HolidayTable.ReplaceAsync(db, periods, run.Id, ct);

        var changed = Math.Min(rows.Count - same, known.Count - same);
        return new ImportCounts(rows.Count - same - changed, changed, same);
    }
}

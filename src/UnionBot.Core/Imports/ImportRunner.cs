using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Imports;

/// <summary>Takes a file in as a whole or not at all, once, and writes down who did it.</summary>
public sealed class ImportRunner(UnionDb db, AuditLog audit, BusinessClock clock)
{
    /// <param name="kind">Stored name of what is imported, such as <c>members</c>.</param>
    /// <param name="take">
    /// Reads the file and writes its rows, within the transaction of the import; told faults undo everything.
    /// </param>
    public async Task<ImportOutcome> RunAsync(
        string kind,
        ImportFile file,
        ImportRequest request,
        Func<ImportRun, ImportReport, CancellationToken, Task<ImportCounts>> take,
        CancellationToken ct)
    {
        var report = new ImportReport(request.OnFault);
        if (!file.TryOpen(report)) return new ImportOutcome(report, default, DoneBefore: null);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two imports of one kind at once would not see each other's rows.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({"import/" + kind}))", ct);
        if (await DoneBeforeAsync(kind, file, ct) is { } before) return new ImportOutcome(report, default, before);

        var run = new ImportRun(kind, file, clock.GetUtcNow());
        db.Add(run);
        await db.SaveChangesAsync(ct);

        var counts = await take(run, report, ct);
        if (report.IsClean && !request.IsDryRun)
        {
            run.Finish(counts);
            audit.Add(request.Who, $"{kind}/import", $"import-run/{run.Id}", run.At);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return new ImportOutcome(report, counts, DoneBefore: null);
    }

    private Task<DateTimeOffset?> DoneBeforeAsync(string kind, ImportFile file, CancellationToken ct)
    {
        byte[] hash = [.. file.Hash];
        return db.Set<ImportRun>()
            .Where(run => run.Kind == kind && run.FileHash == hash)
            .Select(run => (DateTimeOffset?)run.At)
            .SingleOrDefaultAsync(ct);
    }
}

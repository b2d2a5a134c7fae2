using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Data;

namespace UnionBot.Core.Imports.Drafts;

/// <summary>Files that staff send by the console: checked at once, imported when somebody confirms it, forgotten after a day.</summary>
public sealed class ImportDrafts(UnionDb db, FieldCipher cipher, ImportWords words, TimeProvider time)
{
    /// <summary>What is told to staff; more are counted only.</summary>
    private const int MostFaults = 5_000;

    private static readonly SealedColumn FileContent = new("import_draft", "content", Row: "uuid_send(id)") { PageSize = 1 };

    /// <summary>Smaller than on the server: these files are read beside the talks of people.</summary>
    public static ImportLimits Limits { get; } = new(
        TextBytes: 10L << 20, WorkbookBytes: 64L << 20, Rows: 200_000, Columns: 200, CellCharacters: 4_000);

    private readonly CipherColumn _content = cipher.Column(FileContent);

    /// <summary>Those of the last day, the newest first, without their content.</summary>
    public async Task<IReadOnlyList<ImportDraft>> ListAsync(CancellationToken ct)
    {
        var since = time.GetUtcNow() - ImportDraft.Kept;
        return await db.Set<ImportDraft>().AsNoTracking().Where(d => d.SentAt > since && d.State != DraftState.Dropped)
            .OrderByDescending(d => d.SentAt).ToListAsync(ct);
    }

    /// <returns>Null when there is none, or no longer.</returns>
    public Task<ImportDraft?> FindAsync(Guid id, CancellationToken ct)
    {
        var since = time.GetUtcNow() - ImportDraft.Kept;
        return db.Set<ImportDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.SentAt > since, ct);
    }

    /// <summary>Checks a file and keeps it, if it can be imported.</summary>
    /// <param name="import">The import of this kind.</param>
    public async Task<ImportDraft> CheckAsync(string kind, string fileName, byte[] content, long staff, RunImport import, CancellationToken ct)
    {
        await ForgetAsync(ct);
        var draft = new ImportDraft(Guid.CreateVersion7(), kind, fileName, staff, time.GetUtcNow());
        await RunAsync(draft, content, staff, isDryRun: true, import, ct);
        db.Add(draft);
        await db.SaveChangesAsync(ct);
        return draft;
    }

    /// <summary>Imports a good draft, which is checked anew: what it speaks of may have changed.</summary>
    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> TryImportAsync(Guid id, long staff, RunImport import, CancellationToken ct)
    {
        if (await db.Set<ImportDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { State: DraftState.Good } draft) return false;

        // Of two who confirm at once the second is told by the import itself that this very file was imported.
        await RunAsync(draft, Open(draft), staff, isDryRun: false, import, ct);
        await db.SaveChangesAsync(ct);
        return draft.State is not DraftState.Known;
    }

    /// <returns>False when somebody was faster.</returns>
    public async Task<bool> TryDropAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<ImportDraft>().SingleOrDefaultAsync(d => d.Id == id, ct) is not { State: DraftState.Good } draft) return false;

        draft.Drop();
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The file of a draft that can be imported.</summary>
    internal byte[] Open(ImportDraft draft) => _content.OpenBytes(draft.Content, RowOf(draft.Id));

    /// <returns>How many went.</returns>
    internal Task<int> ForgetAsync(CancellationToken ct)
    {
        var before = time.GetUtcNow() - ImportDraft.Kept;
        return db.Set<ImportDraft>().Where(d => d.SentAt <= before).ExecuteDeleteAsync(ct);
    }

    private async Task RunAsync(ImportDraft draft, byte[] content, long staff, bool isDryRun, RunImport import, CancellationToken ct)
    {
        var faults = new List<string>();
        using var file = new ImportFile(new MemoryStream(content, writable: false), draft.FileName, Limits);
        var request = new ImportRequest(AuditActor.Staff(staff), isDryRun, fault =>
        {
            if (faults.Count < MostFaults) faults.Add(Line(fault));
        });
        var outcome = await import(file, request, ct);
        draft.Checked(
            outcome, isImported: !isDryRun, _content.SealBytes(content, RowOf(draft.Id)), string.Join('\n', faults),
            string.Join('\n', outcome.Report.Notices.Select(words.Of)));
    }

    private string Line(ImportFault fault) => string.Create(
        CultureInfo.InvariantCulture, $"{(fault.Row == 0 ? "" : fault.Row)}\t{fault.Column}\t{words.Of(fault.Reason)}");

    private static byte[] RowOf(Guid id) => id.ToByteArray(bigEndian: true);
}

/// <summary>One of the imports.</summary>
public delegate Task<ImportOutcome> RunImport(ImportFile file, ImportRequest request, CancellationToken ct);

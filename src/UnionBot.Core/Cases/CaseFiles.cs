using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Reads cases for staff.</summary>
public sealed class CaseFiles(
    UnionDb db, Transcripts transcripts, StaffRegister staff, CaseCiphers ciphers, AuditLog audit, BusinessClock clock)
{
    private const int MostListed = 200;

    /// <summary>Cases by number, the newest first.</summary>
    public async Task<IReadOnlyList<Case>> ListAsync(bool onlyOpen, CancellationToken ct) => await db.Set<Case>()
        .AsNoTracking()
        .Where(c => !onlyOpen || c.Status != CaseStatus.Closed)
        .OrderByDescending(c => c.Id)
        .Take(MostListed)
        .ToListAsync(ct);

    /// <summary>Opens a case with its transcript. That it was read is in the audit before anything is shown.</summary>
    /// <param name="reader">The member of staff who reads it.</param>
    /// <returns>Null when there is no case of this number.</returns>
    public async Task<CaseFile?> OpenAsync(long number, long reader, CancellationToken ct)
    {
        if (await db.Set<Case>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == number, ct) is not { } @case) return null;

        audit.Add(AuditActor.Staff(reader), "case/read", SubjectOf(number), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);

        var entries = await db.Set<CaseEntry>().AsNoTracking()
            .Where(e => e.CaseId == number).OrderBy(e => e.Number).ToListAsync(ct);
        var names = await staff.NamesAsync(entries.Select(e => e.StaffId).Distinct(), ct);
        return new CaseFile(
            @case,
            [.. entries.Select(e => new CaseEvent(e.At, e.Deed, names[e.StaffId], ciphers.OpenNote(e)))],
            await transcripts.ReadAsync(@case, ct));
    }

    /// <summary>How the audit names a case.</summary>
    internal static string SubjectOf(long number) => string.Create(CultureInfo.InvariantCulture, $"case/{number}");
}

/// <summary>A case as staff read it.</summary>
public sealed record CaseFile(Case Case, IReadOnlyList<CaseEvent> Events, IReadOnlyList<TranscriptLine> Transcript);

/// <summary>What a member of staff did with a case.</summary>
/// <param name="Staff">Their name, in clear.</param>
/// <param name="Note">"" unless it is a note.</param>
public sealed record CaseEvent(DateTimeOffset At, CaseDeed Deed, string Staff, string Note);

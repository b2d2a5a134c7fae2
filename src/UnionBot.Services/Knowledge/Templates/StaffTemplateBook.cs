using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Understanding.Changes;
using UnionBot.Core.Data;

namespace UnionBot.Services.Knowledge.Templates;

/// <summary>The files of the templates that staff changed or added.</summary>
public sealed class StaffTemplateBook(UnionDb db, TemplateCiphers ciphers)
{
    /// <summary>Differs whenever a file was changed or taken back. Numbers do not tell it: the larger may be committed first.</summary>
    public Task<string> VersionAsync(CancellationToken ct) => db.Database.SqlQuery<string>(
        $"""SELECT count(*) || '/' || count(withdrawn_at) AS "Value" FROM staff_template""").SingleAsync(ct);

    /// <summary>The versions in force, by number.</summary>
    public async Task<IReadOnlyList<StaffTemplate>> ReadAsync(CancellationToken ct)
    {
        var rows = await db.Set<StaffTemplateRow>().AsNoTracking().Where(t => t.WithdrawnAt == null).OrderBy(t => t.Number).ToListAsync(ct);
        return [.. rows.Select(ciphers.Open)];
    }

    /// <summary>All versions, the latest first.</summary>
    public async Task<IReadOnlyList<ListedTemplate>> ListAsync(CancellationToken ct) => await db.Set<StaffTemplateRow>().AsNoTracking()
        .OrderByDescending(t => t.Number)
        .Select(t => new ListedTemplate(t.Number, t.Path, t.Version, t.ChangedBy, t.ChangedAt, t.WithdrawnAt == null))
        .ToListAsync(ct);

    /// <summary>A version, also one that was taken back; null when there is none.</summary>
    public async Task<StaffTemplate?> FindAsync(long number, CancellationToken ct) =>
        await db.Set<StaffTemplateRow>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, ct) is { } row ? ciphers.Open(row) : null;
}

/// <param name="Staff">Who made it.</param>
public sealed record ListedTemplate(long Number, string Path, int Version, long Staff, DateTimeOffset ChangedAt, bool IsInForce);

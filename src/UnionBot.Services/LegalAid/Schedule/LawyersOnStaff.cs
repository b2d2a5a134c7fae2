using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Which lawyer a member of staff is.</summary>
public sealed class LawyersOnStaff(UnionDb db)
{
    /// <returns>The lawyer's number; null for whoever is none, or does not work for the union any more.</returns>
    public Task<long?> FindAsync(long staff, CancellationToken ct) =>
        db.Lawyers.Where(l => l.StaffId == staff && l.IsActive).Select(l => (long?)l.Id).SingleOrDefaultAsync(ct);
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>
/// The rota as it is entered and looked up by staff, and alarms answered on the server. Saves each change, with an entry in
/// the audit.
/// </summary>
public sealed class DutyRegister(
    UnionDb db, StaffRegister staff, AlarmDesk alarms, AuditLog audit, BusinessClock clock)
{
    private const int MostListed = 200;

    /// <param name="by">Who enters it.</param>
    /// <returns>The number of the shift; null when nobody active has this number.</returns>
    public async Task<long?> AddAsync(
        AuditActor by, long staffId, DateTimeOffset startsAt, DateTimeOffset endsAt, CancellationToken ct)
    {
        if (await staff.FindAsync(staffId, ct) is null) return null;

        var shift = new DutyShift(staffId, startsAt, endsAt);
        db.Add(shift);
        audit.Add(by, "duty/added", StaffRegister.SubjectOf(staffId), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return shift.Id;
    }

    /// <returns>False when there is no such shift.</returns>
    public async Task<bool> RemoveAsync(AuditActor by, long id, CancellationToken ct)
    {
        if (await db.Set<DutyShift>().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } shift) return false;

        db.Remove(shift);
        audit.Add(by, "duty/removed", StaffRegister.SubjectOf(shift.StaffId), clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Differs after every change of the rota: how many shifts there are, and the number of the newest.</summary>
    public Task<string> VersionAsync(CancellationToken ct) => db.Database.SqlQuery<string>(
        $"SELECT count(*) || '-' || coalesce(max(id), 0) AS \"Value\" FROM duty_shift").SingleAsync(ct);

    /// <summary>Changes the rota as somebody has seen it.</summary>
    /// <param name="seen">Its version when they looked.</param>
    /// <returns>False when somebody was faster; then nothing is changed.</returns>
    public async Task<bool> TryChangeAsync(string seen, Func<Task> change, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE duty_shift IN SHARE ROW EXCLUSIVE MODE", ct);
        if (await VersionAsync(ct) != seen) return false;

        await change();
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>A member of staff takes care of an alarm.</summary>
    public async Task<Acknowledgement> AcknowledgeAsync(long staffId, long alarm, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var done = await alarms.AcknowledgeAsync(db, staffId, alarm, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return done;
    }

    /// <summary>The shifts that have not ended, in the order of the rota.</summary>
    public async Task<IReadOnlyList<DutyEntry>> ListAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var shifts = await db.Set<DutyShift>().AsNoTracking()
            .Where(s => s.EndsAt > now)
            .OrderBy(s => s.StartsAt).ThenBy(s => s.Id)
            .Take(MostListed)
            .ToListAsync(ct);
        var names = await staff.NamesAsync(shifts.Select(s => s.StaffId).Distinct(), ct);
        var active = await db.Set<Staff>().Where(s => s.IsActive && names.Keys.Contains(s.Id)).Select(s => s.Id).ToListAsync(ct);
        return [.. shifts.Select(s => new DutyEntry(s.Id, s.StaffId, names[s.StaffId], s.StartsAt, s.EndsAt, !active.Contains(s.StaffId)))];
    }
}

/// <summary>A line of the rota.</summary>
/// <param name="Staff">Their name, in clear.</param>
/// <param name="StartsAt">UTC, included.</param>
/// <param name="EndsAt">UTC, not included.</param>
/// <param name="HasLeft">Whether they are off the list of staff, and so are not called.</param>
public sealed record DutyEntry(long Id, long StaffId, string Staff, DateTimeOffset StartsAt, DateTimeOffset EndsAt, bool HasLeft);

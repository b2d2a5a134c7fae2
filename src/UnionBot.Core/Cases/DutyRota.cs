using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Who is on duty when, by the business clock, in the order of the rota: who began first is called first.</summary>
/// <remarks>
/// When nobody is on duty, a hand-over still opens a case, and the person is told so together with 12351; an alarm calls
/// every member of staff who can be reached, all at once.
/// </remarks>
public sealed class DutyRota(UnionDb db)
{
    /// <summary>Whether somebody is on duty, bound to a chat or not: they also work on the server.</summary>
    public Task<bool> IsAnybodyThereAsync(DateTimeOffset at, CancellationToken ct) => OnDuty(at).AnyAsync(ct);

    /// <summary>The members of staff on duty, in the order of the rota, each once.</summary>
    public async Task<IReadOnlyList<long>> OnDutyAsync(DateTimeOffset at, CancellationToken ct) =>
        [.. (await OnDuty(at).Select(s => s.StaffId).ToListAsync(ct)).Distinct()];

    /// <returns>When the last of their present shifts ends; null when they are not on duty.</returns>
    public Task<DateTimeOffset?> OnDutyUntilAsync(long staff, DateTimeOffset at, CancellationToken ct) =>
        OnDuty(at).Where(s => s.StaffId == staff).MaxAsync(s => (DateTimeOffset?)s.EndsAt, ct);

    /// <summary>Those on duty who can be reached in their own chat, in the order of the rota.</summary>
    public async Task<IReadOnlyList<ReachableStaff>> ReachableOnDutyAsync(DateTimeOffset at, CancellationToken ct)
    {
        var order = await OnDutyAsync(at, ct);
        if (order.Count == 0) return [];

        var reachable = (await AllReachableAsync(ct)).ToDictionary(s => s.StaffId);
        return [.. order.Where(reachable.ContainsKey).Select(staff => reachable[staff])];
    }

    /// <summary>Everybody who can be reached in their own chat, on duty or not. Who stopped following cannot.</summary>
    public async Task<IReadOnlyList<ReachableStaff>> AllReachableAsync(CancellationToken ct) => await (
        from staff in db.Set<Staff>().AsNoTracking()
        join person in db.Set<Person>() on staff.PersonId equals person.Id
        where staff.IsActive && person.UnfollowedAt == null
        orderby staff.Id
        select new ReachableStaff(staff.Id, person.Id)).ToListAsync(ct);

    private IQueryable<DutyShift> OnDuty(DateTimeOffset at) =>
        from shift in db.Set<DutyShift>().AsNoTracking()
        join staff in db.Set<Staff>() on shift.StaffId equals staff.Id
        where shift.StartsAt <= at && shift.EndsAt > at && staff.IsActive
        orderby shift.StartsAt, shift.Id
        select shift;
}

/// <summary>A member of staff and the talk in which they can be told something.</summary>
public sealed record ReachableStaff(long StaffId, PersonId PersonId);

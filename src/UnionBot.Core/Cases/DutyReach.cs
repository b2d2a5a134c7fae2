using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Cases;

/// <summary>Who stands on the rota and could not be called to an alarm.</summary>
public sealed class DutyReach(UnionDb db)
{
    /// <summary>So long after their last word the platform lets us write to somebody.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <param name="now">By the business clock; UTC.</param>
    /// <param name="until">Shifts that begin later are not looked at; UTC.</param>
    /// <returns>Each member of staff once, by number.</returns>
    public async Task<IReadOnlyList<ReachGap>> GapsAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken ct)
    {
        var rows = await (
            from shift in db.Set<DutyShift>().AsNoTracking()
            join staff in db.Set<Staff>() on shift.StaffId equals staff.Id
            join person in db.Set<Person>() on staff.PersonId equals person.Id into people
            from person in people.DefaultIfEmpty()
            join talk in db.Set<Talk>() on person.Id equals talk.PersonId into talks
            from talk in talks.DefaultIfEmpty()
            where shift.EndsAt > now && shift.StartsAt < until && staff.IsActive
            select new { staff.Id, shift.StartsAt, IsBound = person != null, person.UnfollowedAt, talk.TypedAt }).ToListAsync(ct);

        return
        [
            .. rows.GroupBy(r => r.Id).OrderBy(g => g.Key)
                .Select(g => GapOf(g.Key, g.Any(r => r.StartsAt <= now), g.First().IsBound, g.First().UnfollowedAt, g.First().TypedAt, now))
                .OfType<ReachGap>(),
        ];
    }

    private static ReachGap? GapOf(
        long staff, bool isOnDuty, bool isBound, DateTimeOffset? unfollowedAt, DateTimeOffset? typedAt, DateTimeOffset now) =>
        !isBound ? new ReachGap(staff, ReachGapKind.NotBound) :
        unfollowedAt is not null ? new ReachGap(staff, ReachGapKind.Unfollowed) :
        isOnDuty && (typedAt is null || now - typedAt >= Window) ? new ReachGap(staff, ReachGapKind.LongSilent) :
        null;
}

/// <summary>A member of staff on the rota, and why an alarm would not reach them.</summary>
public sealed record ReachGap(long StaffId, ReachGapKind Kind);

public enum ReachGapKind
{
    /// <summary>They have not bound their own chat.</summary>
    NotBound,

    /// <summary>They no longer follow the account.</summary>
    Unfollowed,

    /// <summary>On duty now, but they have not written for so long that only a template message reaches them.</summary>
    LongSilent,
}

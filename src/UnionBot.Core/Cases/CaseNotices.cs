using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// Tells staff on duty in their chats that new cases wait, each case once. What comes while nobody is on duty is told
/// when the next shift begins. Safe on several hosts: a case is announced by whoever locks its row.
/// </summary>
public sealed class CaseNotices(UnionDb db, DutyRota rota, Outbox outbox, BusinessClock clock)
{
    /// <summary>
    /// New cases are gathered this long after a notice: the platform takes five messages a person, and what notices use
    /// up is missing when an alarm must get through.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private const int MostAtOnce = 200;
    private const int MostNamed = 5;

    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(12);

    /// <returns>How many cases were announced.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!await db.Set<Case>().AnyAsync(c => c.AnnouncedAt == null && c.Status != CaseStatus.Closed, ct)) return 0;
        var last = await db.Set<Case>().MaxAsync(c => c.AnnouncedAt, ct);
        if (last <= now && now < last + Pause) return 0;

        var staff = await rota.ReachableOnDutyAsync(now, ct);
        if (staff.Count == 0) return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var cases = await LockNewAsync(ct);
        if (cases.Count > 0) await AnnounceAsync(cases, staff, now, ct);
        await transaction.CommitAsync(ct);
        return cases.Count;
    }

    // Of a case claimed already nobody needs to be told; an alarm has called somebody to a case of a crisis.
    private Task<List<long>> LockNewAsync(CancellationToken ct) => db.Database.SqlQuery<long>(
        $"""
        SELECT id AS "Value" FROM union_case
         WHERE announced_at IS NULL AND status = {(short)CaseStatus.Open} AND kind <> {Case.Crisis}
         ORDER BY id LIMIT {MostAtOnce} FOR UPDATE SKIP LOCKED
        """).ToListAsync(ct);

    private async Task AnnounceAsync(
        List<long> cases, IReadOnlyList<ReachableStaff> staff, DateTimeOffset now, CancellationToken ct)
    {
        var occasion = CaseOccasions.OfNotice(cases[0], now);
        var notice = new NewCases([.. cases.Take(MostNamed)], Math.Max(0, cases.Count - MostNamed));
        await outbox.AddAsync(
            [.. staff.Select(s => new OutboundDraft(s.PersonId, occasion, notice, DueOn: now, NotAfter: now + GoodFor) { Kind = MessageKind.StaffNotice })],
            ct);
        await db.Set<Case>().Where(c => cases.Contains(c.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.AnnouncedAt, now), ct);
    }
}

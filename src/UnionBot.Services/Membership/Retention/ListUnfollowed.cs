using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.Membership.Retention;

/// <summary>
/// Every ten minutes: who no longer follows while a case of theirs is open comes onto the telephone list, once for each
/// time they unfollow.
/// </summary>
internal sealed class ListUnfollowed(UnionDb db) : IJob
{
    public static string Name => "membership/list-unfollowed";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(10));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct) => new(await db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO union_case (person_id, kind, status, opened_at, entries)
        SELECT p.id, {CaseKinds.Unfollowed}, {(short)CaseStatus.Open}, {due}, 0 FROM person p
         WHERE p.unfollowed_at <= {due} AND p.erased_at IS NULL
           AND EXISTS (
               SELECT 1 FROM union_case c
                WHERE c.person_id = p.id AND c.kind <> {CaseKinds.Unfollowed} AND c.status <> {(short)CaseStatus.Closed})
           AND NOT EXISTS (
               SELECT 1 FROM union_case c
                WHERE c.person_id = p.id AND c.kind = {CaseKinds.Unfollowed} AND c.opened_at >= p.unfollowed_at)
        ON CONFLICT DO NOTHING
        """, ct));
}

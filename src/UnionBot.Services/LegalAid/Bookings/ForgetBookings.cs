using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// Every night: what was told in a consultation that ended three years ago is forgotten (PIPL §19, no statute: proposal), that it
/// took place is not; times and holds that are long over are deleted.
/// </summary>
internal sealed class ForgetBookings(UnionDb db) : IJob
{
    private const int ToldDays = 3 * 365;
    private const int TimeDays = 30;

    public static string Name => "legal-aid/forget-bookings";

    public static JobSchedule Schedule { get; } = JobSchedule.DailyAt(3, 20);

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (told, times) = (due.AddDays(-ToldDays), due.AddDays(-TimeDays));
        var done = await db.Database.ExecuteSqlAsync(
            $"UPDATE legal_booking SET told = NULL, phone_hash = NULL WHERE starts_at < {told} AND (told IS NOT NULL OR phone_hash IS NOT NULL)", ct);
        done += await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE legal_booking_event e SET reason = NULL FROM legal_booking b
             WHERE e.booking_id = b.id AND b.starts_at < {told} AND e.reason IS NOT NULL
            """, ct);
        done += await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE legal_outcome o SET note = NULL FROM legal_booking b
             WHERE o.booking_id = b.id AND b.starts_at < {told} AND o.note IS NOT NULL
            """, ct);

        // Who read what is gone proves nothing any more, and its reason may tell of it.
        done += await db.Database.ExecuteSqlAsync(
            $"DELETE FROM legal_reading r USING legal_booking b WHERE r.booking_id = b.id AND b.starts_at < {told} AND r.at < {told}", ct);
        done += await db.Database.ExecuteSqlAsync($"DELETE FROM legal_taken_time WHERE busy_until < {times} OR held_until < {due.AddHours(-1)}", ct);
        return new JobReport(done);
    }
}

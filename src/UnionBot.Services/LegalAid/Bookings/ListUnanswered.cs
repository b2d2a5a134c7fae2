using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Every ten minutes: who was offered other times and has not answered in time comes onto the list of those who are called.</summary>
internal sealed class ListUnanswered(UnionDb db) : IJob
{
    public static string Name => "legal-aid/list-unanswered";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromMinutes(10));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct) => new(await db.Database.ExecuteSqlAsync(
        $"UPDATE legal_displacement SET listed_at = {due} WHERE answer_by <= {due} AND answered_at IS NULL AND listed_at IS NULL", ct));
}

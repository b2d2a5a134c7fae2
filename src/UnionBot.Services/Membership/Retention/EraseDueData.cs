using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Jobs;
using UnionBot.Core.People;
using UnionBot.Services.Membership.MyData;

namespace UnionBot.Services.Membership.Retention;

/// <summary>
/// Every hour: erases people who asked for it or stopped following seven days ago, each in a transaction of their own.
/// Whoever still has something open is left until that is done; staff see why on the <see cref="PhoneList"/>.
/// </summary>
internal sealed partial class EraseDueData(
    UnionDb db, IEnumerable<IPersonalData> parts, DataHolds holds, BusinessClock clock, ILogger<EraseDueData> log) : IJob
{
    private const int PageSize = 200;

    public static string Name => "membership/erase-due-data";

    public static JobSchedule Schedule { get; } = JobSchedule.Every(TimeSpan.FromHours(1));

    public static MissedRuns Missed => MissedRuns.Latest;

    public async Task<JobReport> RunAsync(DateTimeOffset due, CancellationToken ct)
    {
        var (done, held, after) = (0, 0, 0L);
        while (await PageAsync(after, due, ct) is { Count: > 0 } page)
        {
            foreach (var id in page)
            {
                if (await TryEraseAsync(new PersonId(id), due, ct)) done++;
                else held++;
                db.ChangeTracker.Clear();
            }

            after = page[^1];
        }

        return new JobReport(done, Skipped: held);
    }

    private Task<List<long>> PageAsync(long after, DateTimeOffset due, CancellationToken ct)
    {
        var unfollowedBefore = due - DeletionRequest.CoolOff;
        return db.Database
            .SqlQuery<long>(
                $"""
                SELECT id AS "Value" FROM (
                    SELECT id FROM person WHERE unfollowed_at <= {unfollowedBefore} AND erased_at IS NULL
                    UNION
                    SELECT person_id FROM deletion_request WHERE due_at <= {due} AND ended_at IS NULL) AS gone
                 WHERE id > {after} ORDER BY id LIMIT {PageSize}
                """)
            .ToListAsync(ct);
    }

    /// <returns>False when somebody came back meanwhile, or something is still open.</returns>
    private async Task<bool> TryEraseAsync(PersonId id, DateTimeOffset due, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // No turn of this person runs meanwhile, and none that began before is overlooked.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM talk WHERE person_id = {id.Value} FOR UPDATE", ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM person WHERE id = {id.Value} FOR UPDATE", ct);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == id, ct);
        var request = await db.DeletionRequests.SingleOrDefaultAsync(r => r.PersonId == id && r.EndedAt == null, ct);
        if (!IsDue(person, request, due)) return false;

        var hold = await holds.FindAsync(id, ct);
        if (hold is null) await EraseAsync(person, request, ct);
        else NoteHold(id, request, hold);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return hold is null;
    }

    private static bool IsDue(Person person, DeletionRequest? request, DateTimeOffset due) =>
        person.ErasedAt is null
        && (request?.DueAt <= due || person.UnfollowedAt <= due - DeletionRequest.CoolOff);

    private void NoteHold(PersonId id, DeletionRequest? request, string hold)
    {
        request?.Hold(hold);
        LogHeld(log, id.Value, hold);
    }

    private async Task EraseAsync(Person person, DeletionRequest? request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var part in parts) await part.EraseAsync(person.Id, now, ct);

        person.Erase(RandomNumberGenerator.GetBytes(LookupHash.Bytes), now);
        request?.Complete(now);
        new AuditLog(db).Add(
            AuditActor.System, "my-data/erased", $"person/{person.Id.Value}", now, request is null ? "unfollowed" : "asked for");
    }

    [LoggerMessage(LogLevel.Information, "Person {PersonId} is not erased yet, held by {Hold}")]
    private static partial void LogHeld(ILogger log, long personId, string hold);
}

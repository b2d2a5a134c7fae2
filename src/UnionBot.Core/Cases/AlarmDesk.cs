using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Cases;

/// <summary>Where a member of staff takes care of an alarm, in the caller's transaction; does not save.</summary>
public sealed class AlarmDesk(BusinessClock clock)
{
    /// <summary>The same for each of several alarms.</summary>
    /// <param name="numbers">In any order; null for all that are open.</param>
    /// <returns>By number; empty when none is open.</returns>
    public async Task<IReadOnlyList<Acknowledgement>> AcknowledgeEachAsync(
        UnionDb db, long staff, IReadOnlyCollection<long>? numbers, CancellationToken ct)
    {
        numbers ??= await db.Set<Alarm>().Where(a => a.AcknowledgedAt == null).Select(a => a.Id).ToListAsync(ct);
        var done = new List<Acknowledgement>();
        // By number, so that two colleagues who take the same ones never wait for each other in a circle.
        foreach (var number in numbers.Distinct().Order()) done.Add(await TakeAsync(db, staff, number, ct));
        await WithdrawnCalls.WithdrawAsync(db, [.. done.Where(a => a.Result is AcknowledgementResult.Yours).Select(a => a.Alarms[0])], ct);
        return done;
    }

    /// <param name="number">Of the alarm; null when the member of staff did not say, which is enough while only one is open.</param>
    public async Task<Acknowledgement> AcknowledgeAsync(UnionDb db, long staff, long? number, CancellationToken ct)
    {
        if (number is { } named) return (await AcknowledgeEachAsync(db, staff, [named], ct))[0];

        var open = await db.Set<Alarm>().Where(a => a.AcknowledgedAt == null)
            .OrderBy(a => a.RaisedAt).Select(a => a.Id).ToListAsync(ct);
        if (open is [var only]) return (await AcknowledgeEachAsync(db, staff, [only], ct))[0];

        return new Acknowledgement(AcknowledgementResult.WhichOne, [.. open.Take(Acknowledgement.MostNamed)])
        {
            More = Math.Max(0, open.Count - Acknowledgement.MostNamed),
        };
    }

    private async Task<Acknowledgement> TakeAsync(UnionDb db, long staff, long number, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM alarm WHERE id = {number} FOR UPDATE", ct);
        if (await db.Set<Alarm>().SingleOrDefaultAsync(a => a.Id == number, ct) is not { } alarm)
            return new Acknowledgement(AcknowledgementResult.Unknown, [number]);

        var result =
            alarm.TryAcknowledge(staff, clock.GetUtcNow()) ? AcknowledgementResult.Yours :
            alarm.AcknowledgedBy == staff ? AcknowledgementResult.YoursAlready :
            AcknowledgementResult.Colleagues;
        if (result is AcknowledgementResult.Yours)
        {
            var subject = string.Create(CultureInfo.InvariantCulture, $"alarm/{alarm.Id}");
            new AuditLog(db).Add(AuditActor.Staff(staff), "alarm/acknowledged", subject, clock.GetUtcNow());
        }

        return new Acknowledgement(result, [alarm.Id]) { CaseNumber = await CaseOfAsync(db, alarm, ct) };
    }

    private static Task<long?> CaseOfAsync(UnionDb db, Alarm alarm, CancellationToken ct) => db.Set<Case>()
        .Where(c => c.PersonId == alarm.PersonId && c.Kind == Case.Crisis)
        .OrderByDescending(c => c.OpenedAt)
        .Select(c => (long?)c.Id)
        .FirstOrDefaultAsync(ct);
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Core.Messaging;

/// <summary>
/// Messages to single people that wait for a better hour, and the decision of a named member of staff that one of them must not
/// (a storm, a danger).
/// </summary>
public sealed class WaitingMessages(UnionDb db, AuditLog audit, BusinessClock clock)
{
    private static readonly short[] Kinds =
        [.. Enum.GetValues<MessageKind>().Where(kind => SendRoutes.IsUnasked(kind) || SendRoutes.IsReminder(kind)).Select(kind => (short)kind)];

    private static readonly string WaitingSql =
        $$"""
        w.status = {{(short)OutboundStatus.Queued}} AND w.critical_by IS NULL AND w.kind = ANY ({0}) AND ({1} OR EXISTS (
          SELECT 1 FROM member m JOIN organisation o ON o.id = m.organisation_id WHERE m.person_id = w.person_id AND o.path LIKE ANY ({2})))
        """;

    /// <param name="scope">Of whose people; those on no roster belong to the whole union.</param>
    /// <returns>The next first.</returns>
    public async Task<IReadOnlyList<WaitingMessage>> ListAsync(StaffScope scope, int most, CancellationToken ct)
    {
        var sql = $$"""
            SELECT w.id AS "Id", w.person_id AS "Person", w.occasion AS "Occasion", w.not_before AS "NotBefore", w.not_after AS "NotAfter"
              FROM outbound w WHERE {{WaitingSql}} ORDER BY w.not_before LIMIT {3}
            """;
        return await db.Database.SqlQueryRaw<WaitingMessage>(sql, Kinds, scope.IsWhole, scope.Below, most).ToListAsync(ct);
    }

    /// <summary>Lets a message go at once, whatever the hour and however much the person was told today, with an entry in the audit.</summary>
    /// <param name="scope">Of whose people the member of staff may decide.</param>
    /// <returns>False when no such message of these people waits.</returns>
    public async Task<bool> SendNowAsync(long id, StaffScope scope, long staff, string reason, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sql = $$"""UPDATE outbound w SET critical_by = {3}, not_before = least(w.not_before, {4}) WHERE w.id = {5} AND {{WaitingSql}}""";
        if (await db.Database.ExecuteSqlRawAsync(sql, [Kinds, scope.IsWhole, scope.Below, staff, now, id], ct) == 0) return false;

        audit.Add(AuditActor.Staff(staff), "message/critical", string.Create(CultureInfo.InvariantCulture, $"message/{id}"), now, reason);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}

/// <summary>A message that waits.</summary>
/// <param name="Occasion">Why it is said, such as <c>vacancies/digest/7/2026-03-02</c>.</param>
/// <param name="NotBefore">When it is looked at again; UTC.</param>
/// <param name="NotAfter">From then on it is no longer worth saying; UTC.</param>
public sealed record WaitingMessage(long Id, long Person, string Occasion, DateTimeOffset NotBefore, DateTimeOffset NotAfter);

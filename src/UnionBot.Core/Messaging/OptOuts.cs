using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>Opt-outs as the database holds them, a row for each person and kind, written in the transaction of the turn.</summary>
internal sealed class OptOuts(TurnDatabase turn, BusinessClock clock) : IOptOuts
{
    public async Task StopAsync(PersonId person, IReadOnlyCollection<MessageKind> kinds, CancellationToken ct)
    {
        var (db, id, numbers, now) = (turn.Db, person.Value, NumbersOf(kinds), clock.GetUtcNow());
        var changed = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO opt_out (person_id, kind, since) SELECT {id}, k, {now} FROM unnest({numbers}) AS k ON CONFLICT DO NOTHING", ct);
        if (changed > 0) Note(db, person, "notices/stopped", now);
    }

    public async Task StartAsync(PersonId person, IReadOnlyCollection<MessageKind> kinds, CancellationToken ct)
    {
        var (db, id, numbers) = (turn.Db, person.Value, NumbersOf(kinds));
        var changed = await db.Database.ExecuteSqlAsync($"DELETE FROM opt_out WHERE person_id = {id} AND kind = ANY ({numbers})", ct);
        if (changed > 0) Note(db, person, "notices/started", clock.GetUtcNow());
    }

    private static void Note(UnionDb db, PersonId person, string action, DateTimeOffset now) =>
        new AuditLog(db).Add(AuditActor.Person(person), action, $"person/{person.Value}", now);

    private static short[] NumbersOf(IReadOnlyCollection<MessageKind> kinds) => kinds.All(SendRoutes.IsUnasked)
        ? [.. kinds.Select(kind => (short)kind)]
        : throw new ArgumentException("What the person's own act called for is always told.", nameof(kinds));
}

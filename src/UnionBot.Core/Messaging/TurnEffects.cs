using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>Carries out what a turn demands beside its answer, in the same transaction.</summary>
internal sealed class TurnEffects(UnionDb db, DutyRota rota, CaseCalls calls)
{
    /// <returns>What only the database knows and the person is to be told behind the answer.</returns>
    public async Task<IReadOnlyList<IReply>> ApplyAsync(
        PersonId person, IReadOnlyList<Effect> effects, DateTimeOffset now, CancellationToken ct)
    {
        var replies = new List<IReply>();
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.HandOver handOver:
                    replies.Add(await HandOverAsync(person, handOver, now, ct));
                    break;
                case Effect.Alarm alarm:
                    await RaiseAsync(person, alarm.Kind, now, ct);
                    break;
                default: throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}.");
            }
        }

        return replies;
    }

    private async Task<IReply> HandOverAsync(PersonId person, Effect.HandOver about, DateTimeOffset now, CancellationToken ct)
    {
        var isSomebodyThere = await rota.IsAnybodyThereAsync(now, ct);
        return about.Joins && await calls.TryJoinAsync(person, about.Kind, now, ct) is { } joined
            ? new CaseJoined(joined, isSomebodyThere)
            : new CaseOpened(await OpenCaseAsync(person, about, now, ct), isSomebodyThere);
    }

    // Whoever helps in a crisis needs the talk at hand; the person is told nothing of numbers then.
    private async Task RaiseAsync(PersonId person, CrisisKind kind, DateTimeOffset now, CancellationToken ct)
    {
        var isRaised = await db.Set<Alarm>().AnyAsync(
            a => a.PersonId == person && a.Kind == kind && a.AcknowledgedAt == null, ct);
        if (!isRaised) db.Add(new Alarm(person, kind, now));
        await OpenCaseAsync(person, new Effect.HandOver(Case.Crisis), now, ct);
    }

    // The talk is locked, so nobody else opens a case or raises an alarm for this person meanwhile.
    private async Task<long> OpenCaseAsync(PersonId person, Effect.HandOver about, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Set<Case>().SingleOrDefaultAsync(
            c => c.PersonId == person && c.Kind == about.Kind && c.Subject == about.Subject && c.Status != CaseStatus.Closed, ct);
        if (open is not null) return open.Id;

        var opened = new Case(person, about.Kind, now, about.Subject, now + about.Within);
        db.Add(opened);
        await db.SaveChangesAsync(ct);
        return opened.Id;
    }
}

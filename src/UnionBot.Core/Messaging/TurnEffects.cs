using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;

namespace UnionBot.Core.Messaging;

/// <summary>Carries out what a turn demands beside its answer, in the same transaction.</summary>
internal sealed class TurnEffects(UnionDb db)
{
    public async Task ApplyAsync(PersonId person, IReadOnlyList<Effect> effects, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.HandOver handOver: await OpenCaseAsync(person, handOver.Kind, now, ct); break;
                case Effect.Alarm alarm: db.Add(new Alarm(person, alarm.Kind, now)); break;
                default: throw new InvalidOperationException($"Unknown effect {effect.GetType().Name}.");
            }
        }
    }

    // The talk is locked, so nobody else opens a case for this person meanwhile.
    private async Task OpenCaseAsync(PersonId person, string kind, DateTimeOffset now, CancellationToken ct)
    {
        var open = await db.Set<Case>().AnyAsync(
            c => c.PersonId == person && c.Kind == kind && c.Status != CaseStatus.Closed, ct);
        if (!open) db.Add(new Case(person, kind, now));
    }
}

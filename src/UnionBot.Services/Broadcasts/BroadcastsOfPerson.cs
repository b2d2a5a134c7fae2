using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging.Mass;

namespace UnionBot.Services.Broadcasts;

/// <summary>Which broadcasts one person was chosen for, what they said, and what became of it.</summary>
public sealed class BroadcastsOfPerson(UnionDb db, MassLedger ledger, BroadcastContents contents)
{
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<PersonBroadcast>> ReadAsync(PersonId person, CancellationToken ct)
    {
        var fates = await ledger.PersonFatesAsync(person, ct);
        int[] numbers = [.. fates.Select(fate => fate.BroadcastId)];
        var broadcasts = await db.Broadcasts.AsNoTracking().Where(b => numbers.Contains(b.Id)).ToDictionaryAsync(b => b.Id, ct);
        var told = new List<PersonBroadcast>();
        foreach (var fate in fates.Where(fate => broadcasts.ContainsKey(fate.BroadcastId)))
        {
            var broadcast = broadcasts[fate.BroadcastId];
            told.Add(new PersonBroadcast(fate, await contents.ReadByAsync(broadcast.Content, person, ct), broadcast.StartedAt));
        }

        return told;
    }
}

/// <param name="Words">As the person got them, or would have.</param>
/// <param name="At">When its people were fixed and it began; UTC.</param>
public sealed record PersonBroadcast(MassFate Fate, string Words, DateTimeOffset? At);

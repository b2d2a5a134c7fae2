using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Core.People;

/// <summary>
/// What people forbid in the platform's settings is deleted, and that it was is in the audit. Saves; an event that is
/// repeated does nothing.
/// </summary>
public sealed class DataRevocations(
    UnionDb db, IEnumerable<IPersonalData> parts, PlatformEvents events, AuditLog audit, BusinessClock clock)
{
    /// <summary>The person took back the leave to keep these kinds of data.</summary>
    public Task RevokeAsync(PersonId person, PlatformNews news, IReadOnlyCollection<RevokedKind> kinds, CancellationToken ct) =>
        OnceAsync(person, news, async () =>
        {
            var deleted = 0;
            foreach (var kind in kinds)
            {
                foreach (var part in parts) deleted += await part.RevokeAsync(person, kind, ct);
            }

            Note(person, "my-data/revoked", string.Create(CultureInfo.InvariantCulture, $"{news.Detail}: {deleted} deleted"));
        }, ct);

    /// <summary>The person's account at the platform ended: nothing more is sent, and all goes unless something holds it.</summary>
    public Task CancelAsync(PersonId person, PlatformNews news, CancellationToken ct) => OnceAsync(person, news, async () =>
    {
        var who = await db.Set<Person>().SingleAsync(p => p.Id == person, ct);
        who.Cancel(news.At);
        await Followers.StopSendsAsync(db, person, ct);
        Note(person, "my-data/account-ended", reason: null);
    }, ct);

    private async Task OnceAsync(PersonId person, PlatformNews news, Func<Task> work, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // No turn of this person runs meanwhile, and none that began before is overlooked.
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM talk WHERE person_id = {person.Value} FOR UPDATE", ct);
        if (!await events.TryRecordAsync(news with { Person = person }, ct)) return;

        await work();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private void Note(PersonId person, string action, string? reason) => audit.Add(
        AuditActor.Person(person),
        action,
        string.Create(CultureInfo.InvariantCulture, $"person/{person.Value}"),
        clock.GetUtcNow(),
        reason);
}

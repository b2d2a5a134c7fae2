using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Services.Membership.MyData;

/// <summary>Wishes to be forgotten, as the database holds them.</summary>
internal sealed class DeletionRegister(TurnDatabase turn, BusinessClock clock) : IDeletion
{
    public async Task<DateOnly?> PendingAsync(PersonId person, CancellationToken ct) =>
        await OpenAsync(turn.Db, person, ct) is { } open ? UnionCalendar.DayOf(open.DueAt) : null;

    public async Task<DateOnly> RequestAsync(PersonId person, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        if (await OpenAsync(db, person, ct) is { } open) return UnionCalendar.DayOf(open.DueAt);

        var request = new DeletionRequest(person, now);
        db.Add(request);
        Note(db, person, "my-data/deletion-asked", now);
        return UnionCalendar.DayOf(request.DueAt);
    }

    public async Task<bool> WithdrawAsync(PersonId person, CancellationToken ct)
    {
        var (db, now) = (turn.Db, clock.GetUtcNow());
        if (await OpenAsync(db, person, ct) is not { } open) return false;

        open.Withdraw(now);
        Note(db, person, "my-data/deletion-withdrawn", now);
        return true;
    }

    private static Task<DeletionRequest?> OpenAsync(UnionDb db, PersonId person, CancellationToken ct) =>
        db.DeletionRequests.SingleOrDefaultAsync(r => r.PersonId == person && r.EndedAt == null, ct);

    private static void Note(UnionDb db, PersonId person, string action, DateTimeOffset now) =>
        new AuditLog(db).Add(AuditActor.Person(person), action, $"person/{person.Value}", now);
}

using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.MyData;

/// <summary>What is kept about a person, as the database holds it.</summary>
internal sealed class MyDataRegister(
    TurnDatabase turn, MembershipCiphers ciphers, PersonCiphers people, MyDataAddress address, TimeProvider time, BusinessClock clock) : IMyData
{
    private const int TokenBytes = 32;

    public async Task<ShowMyData> SummariseAsync(Speaker speaker, CancellationToken ct)
    {
        var (db, id) = (turn.Db, speaker.Id);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var consentAt = await db.Set<Consent>()
            .Where(c => c.PersonId == id && c.Purpose == ConsentPurpose.Bind && c.WithdrawnAt == null)
            .Select(c => (DateTimeOffset?)c.GivenAt).SingleOrDefaultAsync(ct);
        var dueAt = await db.DeletionRequests
            .Where(r => r.PersonId == id && r.EndedAt == null).Select(r => (DateTimeOffset?)r.DueAt).SingleOrDefaultAsync(ct);

        return new ShowMyData(
            UnionCalendar.DayOf(person.SeenAt),
            speaker.Card?.MaskedName,
            speaker.Card?.Union,
            person.Phone is { } phone ? people.OpenPhone(id, phone).ToString() : null,
            consentAt is { } given ? UnionCalendar.DayOf(given) : null,
            await db.Set<Case>().CountAsync(c => c.PersonId == id && c.Status != CaseStatus.Closed, ct),
            dueAt is { } due ? UnionCalendar.DayOf(due) : null);
    }

    public Task<Uri> OpenLinkAsync(Speaker speaker, CancellationToken ct)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        turn.Db.Add(new MyDataLink(speaker.Id, ciphers.LinkHash(token), time.GetUtcNow()));
        new AuditLog(turn.Db).Add(
            AuditActor.Person(speaker.Id), "my-data/link-opened", $"person/{speaker.Id.Value}", clock.GetUtcNow());
        return Task.FromResult(address.LinkOf(token));
    }
}

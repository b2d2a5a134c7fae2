using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership.MyData;

/// <summary>Gives people copies of what is kept about them. Made when it is taken, and kept nowhere.</summary>
public sealed class MyDataCopies(
    UnionDb db, IEnumerable<IPersonalData> parts, MembershipCiphers ciphers, TimeProvider time, BusinessClock clock)
{
    /// <summary>Takes the one copy of this form that a link gives; that it was taken is in the audit.</summary>
    /// <returns>Null when there is no such link, it has expired, or the copy has been taken.</returns>
    public async Task<MyDataCopy?> TakeAsync(string token, MyDataForm form, CancellationToken ct)
    {
        var hash = ciphers.LinkHash(token);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM my_data_link WHERE hash = {hash} FOR UPDATE", ct);
        if (await db.MyDataLinks.SingleOrDefaultAsync(l => l.Hash == hash, ct) is not { } link) return null;
        if (!link.TryTake(form, time.GetUtcNow())) return null;

        var now = clock.GetUtcNow();
        var action = form is MyDataForm.Page ? "my-data/read" : "my-data/downloaded";
        new AuditLog(db).Add(AuditActor.Person(link.PersonId), action, $"person/{link.PersonId.Value}", now);
        await db.SaveChangesAsync(ct);

        var sections = new List<MyDataSection>();
        foreach (var part in parts) sections.Add(new MyDataSection(part.Section, await part.ReadAsync(link.PersonId, ct)));
        await transaction.CommitAsync(ct);
        return new MyDataCopy(now, sections);
    }
}

/// <summary>What the union keeps about one person, in clear; never logged, never kept.</summary>
/// <param name="MadeAt">By the business clock; UTC.</param>
public sealed record MyDataCopy(DateTimeOffset MadeAt, IReadOnlyList<MyDataSection> Sections);

public sealed record MyDataSection(string Name, IReadOnlyList<PersonalFact> Facts);

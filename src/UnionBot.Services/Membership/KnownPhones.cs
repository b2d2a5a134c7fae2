using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.Membership;

/// <summary>The telephone number that is known of a person already.</summary>
public sealed class KnownPhones(PersonCiphers ciphers, MemberCiphers roster)
{
    /// <returns>The one the person confirmed, else the one the roster has of a bound member; null when there is none.</returns>
    public async Task<MobileNumber?> FindAsync(UnionDb db, PersonId person, CancellationToken ct)
    {
        var confirmed = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Phone).SingleAsync(ct);
        if (confirmed is not null) return ciphers.OpenPhone(person, confirmed);

        var row = await db.Set<Member>().Where(m => m.PersonId == person).Select(m => new { m.Id, m.Phone }).SingleOrDefaultAsync(ct);
        return row?.Phone is { } phone && MobileNumber.TryParse(roster.OpenPhone(row.Id, phone), out var number) ? number : null;
    }
}

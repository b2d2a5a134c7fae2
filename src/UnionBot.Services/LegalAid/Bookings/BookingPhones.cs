using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>The number at which somebody is called for their consultation. Whoever shows it writes that into the audit.</summary>
internal sealed class BookingPhones(LegalAidCiphers ciphers, PersonCiphers people)
{
    /// <returns>In clear, never logged: the one that was given for it, else the one that was confirmed; null when there is none.</returns>
    public async Task<string?> FindAsync(UnionDb db, Booking booking, CancellationToken ct)
    {
        if (ciphers.OpenTold(booking)?.Phone is { } given) return given;
        if (booking.PersonId is not { } person) return null;

        var confirmed = await db.Set<Person>().Where(p => p.Id == person).Select(p => p.Phone).SingleAsync(ct);
        return confirmed is null ? null : people.OpenPhone(person, confirmed).Value;
    }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>How many consultations one person may have. Somebody with two accounts is known by the phone number.</summary>
internal sealed class BookingLimits(LegalAidRules rules, BusinessClock clock)
{
    /// <summary>Of two bookings at once the second sees the first.</summary>
    public static async Task LockAsync(UnionDb db, PersonId person, byte[]? phoneHash, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM person WHERE id = {person.Value} FOR NO KEY UPDATE", ct);
        if (phoneHash is null) return;

        var key = BitConverter.ToInt64(phoneHash);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", ct);
    }

    /// <param name="phoneHash">Null while the number is not known.</param>
    public async Task<BookingRefusal?> RefusalForAsync(UnionDb db, PersonId person, byte[]? phoneHash, HoldPurpose purpose, CancellationToken ct)
    {
        if (purpose.IsUrgent || purpose.Moving is not null) return null;

        var since = clock.GetUtcNow().AddDays(-rules.CountedDays);
        var forOther = purpose.ForOther;
        var theirs = db.Bookings.AsNoTracking()
            .Where(b => !b.IsUrgent && b.State != BookingState.Cancelled)
            .Where(b => (b.PersonId == person && b.ForOther == forOther) || (phoneHash != null && b.PhoneHash == phoneHash));
        if (await theirs.CountAsync(BookingsToCome.At(clock.GetUtcNow()), ct) >= rules.OpenAtOnce)
            return BookingRefusal.HasOpenBooking;

        return await theirs.CountAsync(b => b.StartsAt > since, ct) >= rules.MostBookings ? BookingRefusal.HadEnough : null;
    }

    /// <summary>Whether a member of staff speaks with them before their next consultation: they did not come to several lately. It is no ban.</summary>
    public Task<bool> NeedsConfirmingAsync(UnionDb db, PersonId person, byte[]? phoneHash, CancellationToken ct)
    {
        var since = clock.GetUtcNow().AddDays(-rules.MissedDays);
        return db.Bookings.AsNoTracking()
            .Where(b => b.PersonId == person || (phoneHash != null && b.PhoneHash == phoneHash))
            .Where(b => b.State == BookingState.NoShow && b.StartsAt > since)
            .Skip(rules.MissedBeforeConfirming - 1).AnyAsync(ct);
    }
}

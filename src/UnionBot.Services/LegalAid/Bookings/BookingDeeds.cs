using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using UnionBot.Core.Data;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>How deeds find the booking they are about, and the transaction they belong to.</summary>
internal static class BookingDeeds
{
    /// <returns>Null when the caller has a transaction already, which then decides.</returns>
    public static async Task<IDbContextTransaction?> BeginOwnAsync(this UnionDb db, CancellationToken ct) =>
        db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;

    /// <summary>A number comes again after a year: the latest is meant.</summary>
    /// <param name="number">As people type it; or the booking's id.</param>
    /// <returns>Null when there is no such booking.</returns>
    public static async Task<Guid?> BookingIdAsync(this UnionDb db, string number, CancellationToken ct)
    {
        if (Guid.TryParse(number, out var id)) return await db.Set<Booking>().AnyAsync(b => b.Id == id, ct) ? id : null;
        if (BookingNumber.Read(number) is not var (month, day, inDay)) return null;

        return await db.Set<Booking>().Where(b => b.NumberDay.Month == month && b.NumberDay.Day == day && b.NumberInDay == inDay)
            .OrderByDescending(b => b.NumberDay).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
    }
}

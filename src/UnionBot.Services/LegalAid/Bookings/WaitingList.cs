using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>候补 as staff see it: whose turn comes when, without who they are or what they cannot do.</summary>
public sealed class WaitingList(UnionDb db, LegalAidCiphers ciphers, BusinessClock clock)
{
    /// <summary>In the order in which they are offered what becomes free.</summary>
    public async Task<IReadOnlyList<WaitingEntry>> ReadAsync(LegalPart part, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await db.WaitingWishesIn(part).AsNoTracking().OrderByDescending(w => w.IsUrgent).ThenBy(w => w.AskedAt)
            .Select(w => new { Wish = w, Offers = db.Set<WaitingOffer>().Count(o => o.WaitingId == w.Id) }).ToListAsync(ct);
        return
        [
            .. waiting.Select(w => new WaitingEntry(w.Wish.AskedAt, w.Wish.Until, w.Wish.IsUrgent, ciphers.OpenWish(w.Wish).Times.Modes, w.Offers)
            {
                OfferedUntil = w.Wish.OfferedUntil > now ? w.Wish.OfferedUntil : null,
            }),
        ];
    }
}

/// <param name="Until">The last day that would do, in China.</param>
/// <param name="Offers">How often they were offered a time.</param>
public sealed record WaitingEntry(DateTimeOffset AskedAt, DateOnly Until, bool IsUrgent, ConsultationModes Modes, int Offers)
{
    /// <summary>Until when a time is kept for them right now; null when none is. UTC.</summary>
    public DateTimeOffset? OfferedUntil { get; init; }
}

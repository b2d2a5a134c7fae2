using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>Tells those who wrote and released a broadcast, in their own chats, that it paused by itself.</summary>
internal sealed class PauseNotices(UnionDb db, Outbox outbox, BusinessClock clock)
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    /// <summary>Adds to the ledger, in the caller's transaction. Who has bound no chat sees it on the page.</summary>
    public async Task AddAsync(Broadcast broadcast, CancellationToken ct)
    {
        var (now, hands) = (clock.GetUtcNow(), broadcast.Authors.Append(broadcast.ApprovedBy ?? 0).ToArray());
        var phones = await db.Set<Staff>().Where(s => hands.Contains(s.Id) && s.IsActive && s.PersonId != null).Select(s => s.PersonId!.Value).ToListAsync(ct);
        var occasion = string.Create(CultureInfo.InvariantCulture, $"broadcasts/paused/{broadcast.Id}/{broadcast.Version}");
        await outbox.AddAsync(
            [
                .. phones.Select(phone => new OutboundDraft(phone, occasion, new BroadcastPaused(broadcast.Id, broadcast.Title), now, now + WorthTelling)
                {
                    Kind = MessageKind.StaffNotice,
                }),
            ],
            ct);
    }
}

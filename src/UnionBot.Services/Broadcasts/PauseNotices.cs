using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>Tells those who wrote and released a broadcast, in their own chats, that it does not go on by itself.</summary>
internal sealed class PauseNotices(UnionDb db, Outbox outbox, BusinessClock clock)
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    /// <summary>It paused by itself. Adds to the ledger, in the caller's transaction. Who has bound no chat sees it on the page.</summary>
    public Task AddAsync(Broadcast broadcast, CancellationToken ct)
    {
        var occasion = string.Create(CultureInfo.InvariantCulture, $"broadcasts/paused/{broadcast.Id}/{broadcast.Version}");
        return AddAsync(broadcast, occasion, new BroadcastPaused(broadcast.Id, broadcast.Title), ct);
    }

    /// <summary>The same of one whose release is about to be taken back, since its articles were changed.</summary>
    public Task AddRecallAsync(Broadcast broadcast, CancellationToken ct)
    {
        var occasion = string.Create(CultureInfo.InvariantCulture, $"broadcasts/recalled/{broadcast.Id}/{broadcast.Version}");
        return AddAsync(broadcast, occasion, new BroadcastRecalled(broadcast.Id, broadcast.Title), ct);
    }

    private async Task AddAsync(Broadcast broadcast, string occasion, IReply reply, CancellationToken ct)
    {
        var (now, hands) = (clock.GetUtcNow(), broadcast.Authors.Append(broadcast.ApprovedBy ?? 0).ToArray());
        var phones = await db.Set<Staff>().Where(s => hands.Contains(s.Id) && s.IsActive && s.PersonId != null).Select(s => s.PersonId!.Value).ToListAsync(ct);
        await outbox.AddAsync(
            [
                .. phones.Select(phone => new OutboundDraft(phone, occasion, reply, now, now + WorthTelling)
                {
                    Kind = MessageKind.StaffNotice,
                }),
            ],
            ct);
    }
}

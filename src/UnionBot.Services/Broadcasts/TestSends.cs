using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;
using UnionBot.Core.People;

namespace UnionBot.Services.Broadcasts;

/// <summary>
/// Sends a broadcast to the member of staff who wants to see it on their own phone, each version once: articles as the card that people
/// will get, and in words only where the account cannot show them.
/// </summary>
public sealed class TestSends(
    UnionDb db, BroadcastRegister broadcasts, BroadcastContents contents, BroadcastArticles articles, Outbox outbox, AuditLog audit, BusinessClock clock)
{
    private static readonly TimeSpan WorthTelling = TimeSpan.FromDays(1);

    /// <returns>Why it was not sent; null when it is on its way.</returns>
    public async Task<BroadcastRefusal?> SendAsync(int number, long staff, CancellationToken ct)
    {
        if (await broadcasts.FindAsync(number, staff, ct) is not { } broadcast) return BroadcastRefusal.Unknown;
        if (await db.Set<Staff>().Where(s => s.Id == staff && s.IsActive).Select(s => s.PersonId).SingleOrDefaultAsync(ct) is not { } phone)
            return BroadcastRefusal.NotBound;

        if (await articles.AreAsChosenAsync(broadcast.Content, ct) is not true and var asChosen)
            return asChosen is false ? BroadcastRefusal.ArticlesChanged : BroadcastRefusal.NoAnswer;

        var now = clock.GetUtcNow();
        var occasion = string.Create(CultureInfo.InvariantCulture, $"broadcasts/test/{number}/{broadcast.Version}");
        var draft = new OutboundDraft(phone, occasion, new TestOfBroadcast(number, contents.Sample(broadcast.Content)), now, now + WorthTelling)
        {
            Kind = broadcast.Content.Draft is null ? MessageKind.StaffNotice : MessageKind.Preview,
            Notice = broadcast.Content.Draft is { } chosen ? new PreviewedDraft(chosen.MediaId) : null,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await outbox.AddAsync([draft], ct) == 0) return BroadcastRefusal.TestedAlready;

        audit.Add(AuditActor.Staff(staff), "broadcast/tested", BroadcastRegister.SubjectOf(number), now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }
}

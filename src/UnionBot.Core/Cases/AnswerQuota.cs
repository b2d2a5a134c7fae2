using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Cases;

/// <summary>
/// How many messages the platform still lets us send to a person, counted from what we have: five in the 48 hours after
/// something they wrote. What others send to them for the account is not known here, so it is an estimate.
/// </summary>
public sealed class AnswerQuota(UnionDb db, BusinessClock clock)
{
    public const int MostMessages = 5;

    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>After these the platform opens a minute only.</summary>
    private static readonly InputKind[] Taps = [InputKind.MenuTap, InputKind.ChoiceTap, InputKind.Followed, InputKind.Scanned];

    private static readonly OutboundStatus[] Sent =
        [OutboundStatus.Queued, OutboundStatus.Sending, OutboundStatus.Accepted, OutboundStatus.Delivered, OutboundStatus.Unknown];

    /// <returns>Null on a channel without a quota.</returns>
    public async Task<QuotaLeft?> LeftAsync(PersonId person, string channel, CancellationToken ct)
    {
        if (channel != "wechat") return null;

        var now = clock.GetUtcNow();
        var since = now - Window;
        var wrote = await db.Set<InboundMessage>()
            .Where(m => m.PersonId == person && m.SentAt > since && !Taps.Contains(m.Kind))
            .MaxAsync(m => (DateTimeOffset?)m.SentAt, ct);
        if (wrote is not { } from) return new QuotaLeft(0, null);

        var sent = await db.Set<OutboundMessage>().CountAsync(m => m.PersonId == person && m.CreatedAt > from && Sent.Contains(m.Status), ct);
        return new QuotaLeft(Math.Max(0, MostMessages - sent), from + Window);
    }
}

/// <param name="Until">When the window closes; null when it is closed. UTC.</param>
public sealed record QuotaLeft(int Messages, DateTimeOffset? Until);

using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Data;
using UnionBot.Core.Messaging;

namespace UnionBot.Core.Audit;

/// <summary>Writes down what the platform told, in the transaction of what is done about it.</summary>
public sealed class PlatformEvents(UnionDb db)
{
    /// <returns>False when it was written down before: then all has been done.</returns>
    public async Task<bool> TryRecordAsync(PlatformNews news, CancellationToken ct)
    {
        var (key, person, detail) = (PushKey.Of(news.Key), news.Person?.Value, AuditLog.Kept(news.Detail));
        return await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO platform_event (key, kind, person_id, detail, due_at, at)
            VALUES ({key}, {news.Kind}, {person}, {detail}, {news.DueAt}, {news.At}) ON CONFLICT DO NOTHING
            """, ct) == 1;
    }

    /// <summary>The newest event of any of these kinds; null when there was none.</summary>
    public Task<PlatformEvent?> LatestAsync(IReadOnlyCollection<string> kinds, CancellationToken ct) =>
        db.Set<PlatformEvent>().AsNoTracking()
            .Where(e => kinds.Contains(e.Kind)).OrderByDescending(e => e.At).FirstOrDefaultAsync(ct);
}

/// <summary>What the platform told.</summary>
/// <param name="Key">What the platform knows the event by; the same again when it is repeated.</param>
/// <param name="Kind">Stored name, such as <c>verification/expired</c>.</param>
/// <param name="At">The platform's time of the event; UTC.</param>
public sealed record PlatformNews(string Key, string Kind, DateTimeOffset At)
{
    /// <summary>Whose data it is about; null when about the account.</summary>
    public PersonId? Person { get; init; }

    /// <summary>In the platform's words; numbers of people are masked when it is written down.</summary>
    public string? Detail { get; init; }

    /// <summary>UTC; null when no day was given.</summary>
    public DateTimeOffset? DueAt { get; init; }
}

using Microsoft.EntityFrameworkCore;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// What was told with a booking, and who has read it. Each reading is in the audit, with its reason, before anything is shown. Whoever calls
/// has checked the right to read.
/// </summary>
public sealed class BookingStories
{
    private const string Read = "booking/told-read";

    private readonly UnionDb _db;
    private readonly LegalAidCiphers _ciphers;
    private readonly BookingPapers _papers;
    private readonly StaffRegister _staff;
    private readonly AuditLog _audit;
    private readonly BusinessClock _clock;

    internal BookingStories(UnionDb db, LegalAidCiphers ciphers, BookingPapers papers, StaffRegister staff, AuditLog audit, BusinessClock clock) =>
        (_db, _ciphers, _papers, _staff, _audit, _clock) = (db, ciphers, papers, staff, audit, clock);

    /// <param name="reason">In the reader's words.</param>
    /// <returns>Null when there is no such booking.</returns>
    public async Task<OpenedStory?> OpenAsync(Guid id, long staff, string reason, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await _db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } booking) return null;

        _audit.Add(AuditActor.Staff(staff), Read, BookingAudit.SubjectOf(id), _clock.GetUtcNow(), reason);
        await _db.SaveChangesAsync(ct);
        var told = _ciphers.OpenTold(booking);
        return new OpenedStory(told, told is null ? [] : await _papers.ReadAsync(booking, told, ct));
    }

    /// <summary>By time.</summary>
    public async Task<IReadOnlyList<StoryReading>> ReadingsAsync(Guid id, CancellationToken ct)
    {
        var subject = BookingAudit.SubjectOf(id);
        var entries = await _db.Set<AuditEntry>().AsNoTracking()
            .Where(e => e.Subject == subject && e.Action == Read && e.ActorKind == AuditActorKind.Staff).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(ct);
        var names = await _staff.NamesAsync(entries.Select(e => e.ActorId!.Value).Distinct(), ct);
        return [.. entries.Select(e => new StoryReading(e.At, names[e.ActorId!.Value], e.Reason))];
    }
}

/// <param name="Told">Null once it was forgotten.</param>
public sealed record OpenedStory(ToldDetails? Told, IReadOnlyList<BookingPaper> Papers);

/// <summary>Somebody has read what was told.</summary>
/// <param name="Staff">By name.</param>
public sealed record StoryReading(DateTimeOffset At, string Staff, string? Reason);

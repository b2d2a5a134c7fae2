using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Readings;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// What was told with a booking, and who has read it. Each reading is in the log and the audit, with its reason, before anything is shown. Whoever calls
/// has checked the right to read.
/// </summary>
public sealed class BookingStories
{
    private readonly UnionDb _db;
    private readonly LegalAidCiphers _ciphers;
    private readonly BookingPapers _papers;
    private readonly StaffRegister _staff;
    private readonly ReadingLog _log;
    private readonly BusinessClock _clock;

    internal BookingStories(UnionDb db, LegalAidCiphers ciphers, BookingPapers papers, StaffRegister staff, ReadingLog log, BusinessClock clock) =>
        (_db, _ciphers, _papers, _staff, _log, _clock) = (db, ciphers, papers, staff, log, clock);

    /// <param name="reason">In the reader's words.</param>
    /// <returns>Null when there is no such booking.</returns>
    public async Task<OpenedStory?> OpenAsync(Guid id, long staff, string reason, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (await _db.Bookings.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } booking) return null;

        var isAssigned = await _db.Lawyers.AnyAsync(l => l.Id == booking.LawyerId && l.StaffId == staff, ct);
        _log.Note(id, AuditActor.Staff(staff), isAssigned ? ReadingRight.AssignedLawyer : ReadingRight.LegalSupervisor, reason, _clock.GetUtcNow());
        await _db.SaveChangesAsync(ct);
        var told = _ciphers.OpenTold(booking);
        return new OpenedStory(told, told is null ? [] : await _papers.ReadAsync(booking, told, ct));
    }

    /// <summary>By time.</summary>
    public async Task<IReadOnlyList<StoryReading>> ReadingsAsync(Guid id, CancellationToken ct)
    {
        var readings = await _db.Readings.AsNoTracking().Where(r => r.BookingId == id).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        var names = await _staff.NamesAsync(readings.Where(r => r.Actor is AuditActorKind.Staff).Select(r => r.ActorId).Distinct(), ct);
        var lawyers = await LawyersAsync([.. readings.Where(r => r.Actor is AuditActorKind.Person).Select(r => new PersonId(r.ActorId)).Distinct()], ct);
        return [.. readings.Select(r => new StoryReading(r.At, NameOf(r), _ciphers.OpenReadingReason(r)))];

        string NameOf(Reading reading) => reading.Actor is AuditActorKind.Staff
            ? names[reading.ActorId]
            : lawyers.GetValueOrDefault(new PersonId(reading.ActorId), "");
    }

    /// <summary>Lawyers who read it in their own chats, as long as they are bound.</summary>
    private async Task<Dictionary<PersonId, string>> LawyersAsync(PersonId[] people, CancellationToken ct)
    {
        var rows = await (
            from chat in _db.LawyerChats
            join lawyer in _db.Lawyers on chat.LawyerId equals lawyer.Id
            where chat.PersonId != null && people.Contains(chat.PersonId.Value)
            select new { Person = chat.PersonId!.Value, Lawyer = lawyer }).AsNoTracking().ToListAsync(ct);
        return rows.ToDictionary(r => r.Person, r => _ciphers.OpenLawyer(r.Lawyer.Id, r.Lawyer.Name));
    }
}

/// <param name="Told">Null once it was forgotten.</param>
public sealed record OpenedStory(ToldDetails? Told, IReadOnlyList<BookingPaper> Papers);

/// <summary>Somebody has read what was told.</summary>
/// <param name="Reader">The member of staff, or the lawyer in their own chat, by name; "" once the lawyer was unbound.</param>
public sealed record StoryReading(DateTimeOffset At, string Reader, string Reason);

using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Readings;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>
/// What was told with a booking, with its photos, for the console, and who has read it. Who may read it, and that each reading is kept before
/// anything is shown, is left to <see cref="ConsultationRecords"/>.
/// </summary>
public sealed class BookingStories
{
    private readonly UnionDb _db;
    private readonly LegalAidCiphers _ciphers;
    private readonly BookingPapers _papers;
    private readonly StaffRegister _staff;
    private readonly ConsultationRecords _records;

    internal BookingStories(UnionDb db, LegalAidCiphers ciphers, BookingPapers papers, StaffRegister staff, ConsultationRecords records) =>
        (_db, _ciphers, _papers, _staff, _records) = (db, ciphers, papers, staff, records);

    /// <param name="reason">In the reader's words.</param>
    public async Task<StoryOutcome> OpenAsync(Guid id, long staff, string reason, CancellationToken ct)
    {
        var read = await _records.ReadAsync($"{id}", staff, reason, ct);
        if (read.Record is not { } record) return new StoryOutcome(null, read.Refusal);
        if (record.Told is not { } told) return new StoryOutcome(new OpenedStory(record, []));

        var booking = await _db.Bookings.AsNoTracking().SingleAsync(b => b.Id == id, ct);
        return new StoryOutcome(new OpenedStory(record, await _papers.ReadAsync(booking, told, ct)));
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

/// <param name="Papers">In the order in which they were sent.</param>
public sealed record OpenedStory(ConsultationRecord Record, IReadOnlyList<BookingPaper> Papers);

/// <summary>Either what was told, or why it is not shown.</summary>
public sealed record StoryOutcome(OpenedStory? Story, ReadingRefusal? Refusal = null);

/// <summary>Somebody has read what was told.</summary>
/// <param name="Reader">The member of staff, or the lawyer in their own chat, by name; "" once the lawyer was unbound.</param>
public sealed record StoryReading(DateTimeOffset At, string Reader, string Reason);

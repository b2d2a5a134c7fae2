using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Conflicts;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Bookings;

/// <summary>Who comes without a booking (现场来访) is given a time of today, with or without the account they write from.</summary>
public sealed class WalkIns
{
    private readonly UnionDb _db;
    private readonly StaffTimes _staffTimes;
    private readonly TimeTaking _times;
    private readonly EmployerConflicts _conflicts;
    private readonly BookingHistory _history;
    private readonly AuditLog _audit;
    private readonly MemberCiphers _members;
    private readonly LegalAidCiphers _ciphers;
    private readonly BusinessClock _clock;

    internal WalkIns(
        UnionDb db, StaffTimes staffTimes, TimeTaking times, EmployerConflicts conflicts, BookingHistory history, AuditLog audit, MemberCiphers members, LegalAidCiphers ciphers, BusinessClock clock)
    {
        (_db, _staffTimes, _times, _conflicts, _history) = (db, staffTimes, times, conflicts, history);
        (_audit, _members, _ciphers, _clock) = (audit, members, ciphers, clock);
    }

    /// <summary>Where a lawyer of a part, or at a site of it, sees people today, from now on, by time and lawyer.</summary>
    public async Task<IReadOnlyList<FreeSlot>> TimesAsync(LegalPart part, CancellationToken ct) =>
        await _db.SlotsInAsync(part, await _staffTimes.FromNowAsync(_db, ct), ct);

    /// <summary>The accounts of a phone number, confirmed by its owner or on the roster. Who looked is in the audit.</summary>
    public async Task<IReadOnlyList<FoundAccount>> FindAsync(MobileNumber phone, AuditActor who, CancellationToken ct)
    {
        var hash = _members.PhoneHash(phone);
        var found = await _db.Set<Person>().AsNoTracking()
            .Where(p => p.ErasedAt == null && (p.PhoneHash == hash || _db.Set<Member>().Any(m => m.PersonId == p.Id && m.PhoneHash == hash)))
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.Channel }).ToListAsync(ct);
        var ids = found.Select(p => (PersonId?)p.Id).ToList();
        var members = await _db.Set<Member>().AsNoTracking().Where(m => ids.Contains(m.PersonId)).ToListAsync(ct);
        await AuditAsync(found.Select(p => p.Id), "person/found-by-phone", who, ct);
        return [.. found.Select(p => new FoundAccount(p.Id, p.Channel, members.Find(m => m.PersonId == p.Id) is { } member
            ? DisplayMask.Name(_members.OpenName(member.Id, member.Name))
            : null))];
    }

    /// <summary>The account that is bound to a row of the roster, such as one whose bind code somebody shows. Who looked is in the audit.</summary>
    /// <returns>None when nobody is bound to it.</returns>
    public async Task<IReadOnlyList<FoundAccount>> FindAsync(long member, AuditActor who, CancellationToken ct)
    {
        var found = await (
            from row in _db.Set<Member>().AsNoTracking()
            join person in _db.Set<Person>() on row.PersonId equals person.Id
            where row.Id == member && person.ErasedAt == null
            select new { Member = row, person.Id, person.Channel }).ToListAsync(ct);
        await AuditAsync(found.Select(p => p.Id), "person/found-by-code", who, ct);
        return [.. found.Select(p => new FoundAccount(p.Id, p.Channel, DisplayMask.Name(_members.OpenName(p.Member.Id, p.Member.Name))))];
    }

    /// <summary>Takes a time for somebody who is there; they are checked in at once.</summary>
    /// <param name="slot">Of those that <see cref="TimesAsync"/> found.</param>
    /// <param name="person">The account it belongs to; null for none.</param>
    public async Task<WalkInOutcome> TakeAsync(FreeSlot slot, PersonId? person, BookingDetails details, AuditActor who, CancellationToken ct)
    {
        if ((await _conflicts.LawyersOfAsync(_db, details.Told.Employer, ct)).Contains(slot.LawyerId)) return new WalkInOutcome(null, WalkInRefusal.NotThisLawyer);

        var now = _clock.GetUtcNow();
        var phoneHash = details.Phone is { } phone ? _ciphers.PhoneHash(phone) : null;
        await using var transaction = await _db.Database.BeginTransactionAsync(ct);
        if (person is { } known) await BookingLimits.LockAsync(_db, known, phoneHash, ct);
        if (await _times.TryTakeAsync(_db, slot, ct) is not { } time) return new WalkInOutcome(null, WalkInRefusal.Taken);

        var id = Guid.CreateVersion7();
        var taken = await _db.TakenTimes.AsNoTracking().SingleAsync(t => t.Id == time, ct);
        var number = await BookingNumber.NextAsync(_db, UnionCalendar.DayOf(slot.StartsAt), ct);
        var booking = new Booking(id, person, number, taken, details, _ciphers.SealTold(id, details.Told with { Phone = details.Phone?.Value }), phoneHash, now);
        booking.TryCheckIn(now);
        _db.Add(booking);
        _history.Note(_db, booking, BookingDeed.WalkedIn, who, now);
        _audit.Add(who, BookingAudit.ActionOf(BookingDeed.WalkedIn), BookingAudit.SubjectOf(id), now);
        await _db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new WalkInOutcome(booking.Number, null);
    }

    private Task<int> AuditAsync(IEnumerable<PersonId> found, string action, AuditActor who, CancellationToken ct)
    {
        foreach (var person in found) _audit.Add(who, action, string.Create(CultureInfo.InvariantCulture, $"person/{person.Value}"), _clock.GetUtcNow());
        return _db.SaveChangesAsync(ct);
    }
}

/// <summary>An account that may be of whoever came.</summary>
/// <param name="Member">The name on the roster, masked; null for whoever is bound to none.</param>
public sealed record FoundAccount(PersonId Id, string Channel, string? Member);

/// <summary>Either the number of the booking or why there is none.</summary>
public sealed record WalkInOutcome(string? Number, WalkInRefusal? Refusal);

public enum WalkInRefusal
{
    /// <summary>The lawyer, or the last room, was taken just now.</summary>
    Taken,

    /// <summary>Another lawyer has to hear of it; nobody is told why.</summary>
    NotThisLawyer,
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Groups;

/// <summary>并案: staff join bookings of one matter, and take one out again. What was told stays with each; nobody is shown another's.</summary>
public sealed class MatterGroups
{
    /// <summary>Bookings further apart than this are hardly of one matter.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromDays(90);

    private const int MostAlike = 50;

    private readonly UnionDb _db;
    private readonly BookingHistory _history;
    private readonly AuditLog _audit;
    private readonly LegalAidCiphers _ciphers;
    private readonly BusinessClock _clock;

    internal MatterGroups(UnionDb db, BookingHistory history, AuditLog audit, LegalAidCiphers ciphers, BusinessClock clock) =>
        (_db, _history, _audit, _ciphers, _clock) = (db, history, audit, ciphers, clock);

    /// <returns>Null when there is no such booking in that part.</returns>
    public async Task<GroupFile?> OpenAsync(Guid booking, LegalPart part, CancellationToken ct)
    {
        if (await _db.BookingsIn(part).AsNoTracking().SingleOrDefaultAsync(b => b.Id == booking, ct) is not { } own) return null;
        if (own.GroupId is not { } group) return new GroupFile(null, own.People, [], await AlikeAsync(own, part, ct));

        var together = await _db.BookingsIn(part).AsNoTracking().Where(b => b.GroupId == group && b.Id != booking).OrderBy(b => b.StartsAt).ToListAsync(ct);
        return new GroupFile(group, await PeopleOfAsync(group, ct), [.. together.Select(Show)], await AlikeAsync(own, part, ct));
    }

    /// <summary>From now on two bookings, with all that belong to either, are one matter.</summary>
    /// <param name="with">The number of the other, as people type it; or its id.</param>
    /// <returns>Null when it was done.</returns>
    public async Task<BookingRefusal?> JoinAsync(Guid booking, string with, LegalPart part, AuditActor who, CancellationToken ct)
    {
        await using var transaction = await LockAsync(ct);
        if (await _db.BookingIdAsync(with, ct) is not { } other || other == booking) return BookingRefusal.NoSuchBooking;

        Guid[] ids = [booking, other];
        var both = await _db.BookingsIn(part).Where(b => ids.Contains(b.Id)).ToListAsync(ct);
        if (both.Count < ids.Length) return BookingRefusal.NoSuchBooking;

        long[] groups = [.. both.Select(b => b.GroupId).OfType<long>().Distinct().Order()];
        if (groups.Length == 1 && both.TrueForAll(b => b.GroupId is not null)) return BookingRefusal.NotNow;

        var now = _clock.GetUtcNow();
        var group = groups is [var first, ..] ? first : await NewAsync(now, ct);
        var joining = both.Where(b => b.GroupId is null).ToList();
        if (groups is [_, var second]) joining.AddRange(await _db.Bookings.Where(b => b.GroupId == second).ToListAsync(ct));
        foreach (var joined in joining)
        {
            joined.Join(group);
            Note(joined, BookingDeed.Joined, who, now);
        }

        await _db.SaveChangesAsync(ct);
        await ForgetEmptyAsync(ct);
        await CallForRepresentativesAsync(group, now, ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>A booking is a matter of its own again; a group of one is none.</summary>
    /// <returns>Null when it was done.</returns>
    public async Task<BookingRefusal?> TakeOutAsync(Guid booking, LegalPart part, AuditActor who, CancellationToken ct)
    {
        await using var transaction = await LockAsync(ct);
        if (await _db.BookingsIn(part).SingleOrDefaultAsync(b => b.Id == booking, ct) is not { } own) return BookingRefusal.NoSuchBooking;
        if (own.GroupId is not { } group) return BookingRefusal.NotNow;

        var now = _clock.GetUtcNow();
        var others = await _db.Bookings.Where(b => b.GroupId == group && b.Id != booking).Take(2).ToListAsync(ct);
        foreach (var alone in others is [var last] ? [own, last] : new[] { own })
        {
            alone.Join(null);
            Note(alone, BookingDeed.TakenOut, who, now);
        }

        await _db.SaveChangesAsync(ct);
        await ForgetEmptyAsync(ct);
        await transaction.CommitAsync(ct);
        return null;
    }

    /// <summary>Two who join at once do so one after the other: it is seldom, and nobody waits for long.</summary>
    private async Task<IDbContextTransaction> LockAsync(CancellationToken ct)
    {
        var transaction = await _db.Database.BeginTransactionAsync(ct);
        await _db.Database.ExecuteSqlAsync($"LOCK TABLE legal_group IN SHARE ROW EXCLUSIVE MODE", ct);
        return transaction;
    }

    private async Task<long> NewAsync(DateTimeOffset now, CancellationToken ct)
    {
        var group = new MatterGroup(now);
        _db.Add(group);
        await _db.SaveChangesAsync(ct);
        return group.Id;
    }

    private Task<int> ForgetEmptyAsync(CancellationToken ct) => _db.Database.ExecuteSqlAsync(
        $"DELETE FROM legal_group g WHERE NOT EXISTS (SELECT FROM legal_booking b WHERE b.group_id = g.id)", ct);

    private Task<int> PeopleOfAsync(long group, CancellationToken ct) => _db.Bookings.Where(b => b.GroupId == group).SumAsync(b => b.People, ct);

    /// <summary>So many people choose who speaks for them: staff are to see to it, once.</summary>
    private async Task CallForRepresentativesAsync(long group, DateTimeOffset now, CancellationToken ct)
    {
        if (await PeopleOfAsync(group, ct) < IntakeFacts.NeedsRepresentatives) return;

        var subject = string.Create(CultureInfo.InvariantCulture, $"legal-group/{group}");
        if (await _db.Set<Case>().AnyAsync(c => c.Kind == CaseKinds.Group && c.Subject == subject, ct)) return;

        var first = await _db.Bookings.Where(b => b.GroupId == group && b.PersonId != null).OrderBy(b => b.BookedAt).Select(b => b.PersonId).FirstOrDefaultAsync(ct);
        if (first is not { } person) return;

        _db.Add(new Case(person, CaseKinds.Group, now, subject));
        await _db.SaveChangesAsync(ct);
    }

    /// <summary>Bookings about the same employer, which is compared and not shown.</summary>
    private async Task<IReadOnlyList<GroupBooking>> AlikeAsync(Booking own, LegalPart part, CancellationToken ct)
    {
        if (_ciphers.OpenTold(own)?.Employer is not { } employer) return [];

        var (core, group, from, until) = (EmployerName.Core(employer), own.GroupId, own.StartsAt - Near, own.StartsAt + Near);
        var near = await _db.BookingsIn(part).AsNoTracking()
            .Where(b => b.Id != own.Id && b.Told != null && b.State != BookingState.Cancelled && b.StartsAt > from && b.StartsAt < until)
            .Where(b => group == null || b.GroupId != group).OrderBy(b => b.StartsAt).ToListAsync(ct);
        return [.. near.Where(b => _ciphers.OpenTold(b)?.Employer is { } other && EmployerName.Core(other) == core).Take(MostAlike).Select(Show)];
    }

    private void Note(Booking booking, BookingDeed deed, AuditActor who, DateTimeOffset now)
    {
        _history.Note(_db, booking, deed, who, now);
        _audit.Add(who, BookingAudit.ActionOf(deed), BookingAudit.SubjectOf(booking.Id), now);
    }

    private static GroupBooking Show(Booking booking) => new(booking.Id, booking.Number, booking.StartsAt, booking.State, booking.People);
}

/// <summary>A booking with those that are one matter with it.</summary>
/// <param name="Group">The number of the group; null while it belongs to none.</param>
/// <param name="People">How many the matter is about, of all bookings together.</param>
/// <param name="Together">The others of the group that whoever looks may see, by time.</param>
/// <param name="Alike">Others about the same employer, by time; what the employer is called is not said.</param>
public sealed record GroupFile(long? Group, int People, IReadOnlyList<GroupBooking> Together, IReadOnlyList<GroupBooking> Alike);

/// <summary>A booking without anything of what was told.</summary>
public sealed record GroupBooking(Guid Id, string Number, DateTimeOffset StartsAt, BookingState State, int People);

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Outcomes;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>
/// The figures of legal aid for a period and a part of the tree: consultations by the day for which they were booked last, cases by the day
/// on which they were due.
/// </summary>
public sealed class LegalAidFigures
{
    private const string Members = "member";
    private const string Others = "not-member";
    private const string WalkedIn = "walk-in";

    private readonly UnionDb _db;
    private readonly LawyerLoads _loads;
    private readonly BusinessClock _clock;

    internal LegalAidFigures(UnionDb db, LawyerLoads loads, BusinessClock clock) => (_db, _loads, _clock) = (db, loads, clock);

    /// <summary>The names of all figures, in the order of the report.</summary>
    public static IReadOnlyList<string> Names => FigureRules.Names;

    public async Task<FigureSheet> ReadAsync(FigurePeriod period, StaffScope scope, CancellationToken ct)
    {
        var facts = await FactsAsync(period, scope, ct);
        return new FigureSheet(
            period,
            FigureRules.Reckon(facts),
            Enum.GetValues<FigureSplit>().ToDictionary(by => by, by => Parts(facts, by)),
            scope.IsWhole ? await _loads.ReadAsync(_db, period, ct) : []);
    }

    /// <summary>What a figure counts, by time; or, of one part, what it counts there.</summary>
    /// <param name="part">By what it is taken apart, and which part; null for the whole.</param>
    public async Task<IReadOnlyList<FigureLine>> ListAsync(
        FigurePeriod period, StaffScope scope, string figure, (FigureSplit By, string Key)? part, CancellationToken ct)
    {
        var facts = await FactsAsync(period, scope, ct);
        var among = part is var (by, key) ? facts.Where(f => f.IsBooking && KeyOf(f, by) == key) : facts;
        return [.. FigureRules.Counted(figure, among).OrderBy(f => f.At).ThenBy(f => f.Number, StringComparer.Ordinal).Select(f => new FigureLine(f.Number, UnionCalendar.DayOf(f.At)) { Booking = f.Booking })];
    }

    private static IReadOnlyList<FigurePart> Parts(List<ConsultationFact> facts, FigureSplit by) =>
    [
        .. facts.Where(f => f.IsBooking).GroupBy(f => KeyOf(f, by), StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FigurePart(g.Key, FigureRules.Reckon([.. g]))),
    ];

    private static string KeyOf(ConsultationFact fact, FigureSplit by) => by switch
    {
        FigureSplit.Topic => fact.Topic,
        FigureSplit.Group => fact.Group,
        FigureSplit.Region => fact.Region,
        FigureSplit.Mode => fact.Mode.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };

    private async Task<List<ConsultationFact>> FactsAsync(FigurePeriod period, StaffScope scope, CancellationToken ct) =>
        [.. await BookingsAsync(period, scope, ct), .. await CasesAsync(period, scope, ct)];

    private async Task<List<ConsultationFact>> BookingsAsync(FigurePeriod period, StaffScope scope, CancellationToken ct)
    {
        var (start, end, isWhole, theirs) = (period.StartsAt, period.EndsAt, scope.IsWhole, PeopleOf(scope));
        var rows = await (
            from booking in _db.Bookings.AsNoTracking()
            where booking.StartsAt >= start && booking.StartsAt < end && (isWhole || theirs.Contains(booking.PersonId))
            join written in _db.Outcomes.Where(o => o.ReplacedAt == null) on booking.Id equals written.BookingId into outcomes
            from outcome in outcomes.DefaultIfEmpty()
            join asked in _db.ConsultationFollowUps on booking.Id equals asked.BookingId into followUps
            from followUp in followUps.DefaultIfEmpty()
            select new
            {
                Booking = booking,
                Outcome = outcome,
                FollowUp = followUp,
                IsMember = booking.PersonId != null && _db.Set<Member>().Any(m => m.PersonId == booking.PersonId && m.Status != MemberStatus.Left),
            }).ToListAsync(ct);
        return [.. rows.Select(r => new ConsultationFact
        {
            Number = r.Booking.Number,
            At = r.Booking.StartsAt,
            Booking = r.Booking.Id,
            BookedAt = r.Booking.BookedAt,
            FirstFreeAt = r.Booking.FirstFreeAt,
            State = r.Booking.State,
            Topic = r.Booking.Topic,
            Region = r.Booking.RegionCode ?? "",
            Mode = r.Booking.Mode,
            Group = r.Booking.PersonId is null ? WalkedIn : r.IsMember ? Members : Others,
            People = r.Outcome?.People ?? r.Booking.People,
            Moves = r.Booking.Moves,
            Kinds = r.Outcome?.Kinds ?? OutcomeKinds.None,
            SentTo = r.Booking.TransferredTo,
            InvolvedFen = r.Outcome?.AmountInvolvedFen,
            RecoveredFen = r.Outcome?.AmountRecoveredFen,
            IsSettled = r.Outcome?.IsSettled,
            WasAsked = r.FollowUp is not null,
            Solved = r.FollowUp?.Solved,
            Score = r.FollowUp?.Score,
        })];
    }

    /// <summary>Cases of legal aid whose time has come.</summary>
    private async Task<List<ConsultationFact>> CasesAsync(FigurePeriod period, StaffScope scope, CancellationToken ct)
    {
        var (start, now, isWhole, theirs) = (period.StartsAt, _clock.GetUtcNow(), scope.IsWhole, PeopleOf(scope));
        var end = period.EndsAt < now ? period.EndsAt : now;
        var cases = await _db.Set<Case>().AsNoTracking()
            .Where(c => c.DueAt >= start && c.DueAt < end && (c.Kind.StartsWith("legal-aid/") || c.Kind == CaseKinds.Lawyer))
            .Where(c => isWhole || theirs.Contains(c.PersonId))
            .Select(c => new { c.Id, c.DueAt, c.ClosedAt }).ToListAsync(ct);
        return [.. cases.Select(c => new ConsultationFact { Number = c.Id.ToString(CultureInfo.InvariantCulture), At = c.DueAt!.Value, ClosedAt = c.ClosedAt })];
    }

    /// <summary>Whoever is on no roster belongs to no part of the tree.</summary>
    private IQueryable<PersonId?> PeopleOf(StaffScope scope)
    {
        var below = scope.Below;
        return
            from member in _db.Set<Member>()
            join node in _db.Set<Organisation>() on member.OrganisationId equals node.Id
            where below.Any(path => EF.Functions.Like(node.Path, path))
            select member.PersonId;
    }
}

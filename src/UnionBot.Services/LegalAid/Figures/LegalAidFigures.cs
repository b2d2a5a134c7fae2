using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Dialogs;
using UnionBot.Core.Calendar;
using UnionBot.Core.Cases;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Parts;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>
/// The figures of legal aid for a period and a part of the tree: consultations by the day for which they were booked last, cases by the day
/// on which they were due, fairs by theirs.
/// </summary>
public sealed class LegalAidFigures
{
    private const string Members = "member";
    private const string Others = "not-member";
    private const string WalkedIn = "walk-in";

    private readonly UnionDb _db;
    private readonly LawyerLoads _loads;
    private readonly LegalParts _parts;
    private readonly IWorkerTypes _workers;
    private readonly BusinessClock _clock;

    internal LegalAidFigures(UnionDb db, LawyerLoads loads, LegalParts parts, IWorkerTypes workers, BusinessClock clock) =>
        (_db, _loads, _parts, _workers, _clock) = (db, loads, parts, workers, clock);

    /// <summary>The names of all figures, in the order of the report.</summary>
    public static IReadOnlyList<string> Names => FigureRules.Names;

    public async Task<FigureSheet> ReadAsync(FigurePeriod period, StaffScope scope, CancellationToken ct)
    {
        var facts = await FactsAsync(period, scope, ct);
        return new FigureSheet(
            period,
            FigureRules.Reckon(facts),
            Enum.GetValues<FigureSplit>().ToDictionary(by => by, by => Parts(facts, by)),
            await _loads.ReadAsync(_db, period, await _parts.OfAsync(scope, lawyer: null, ct), ct));
    }

    /// <summary>What a figure counts, by time; or, of one part, what it counts there.</summary>
    /// <param name="part">By what it is taken apart, and which part; null for the whole.</param>
    public async Task<IReadOnlyList<FigureLine>> ListAsync(
        FigurePeriod period, StaffScope scope, string figure, (FigureSplit By, string Key)? part, CancellationToken ct)
    {
        var facts = await FactsAsync(period, scope, ct);
        var among = part is var (by, key) ? facts.Where(f => f.IsBooking && KeysOf(f, by).Contains(key)) : facts;
        return [.. FigureRules.Counted(figure, among).OrderBy(f => f.At).ThenBy(f => f.Number, StringComparer.Ordinal).Select(f => new FigureLine(f.Number, UnionCalendar.DayOf(f.At)) { Booking = f.Booking })];
    }

    private static IReadOnlyList<FigurePart> Parts(List<ConsultationFact> facts, FigureSplit by) =>
    [
        .. facts.Where(f => f.IsBooking).SelectMany(f => KeysOf(f, by), (fact, key) => (Key: key, Fact: fact)).GroupBy(f => f.Key, f => f.Fact, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FigurePart(g.Key, FigureRules.Reckon([.. g]))),
    ];

    /// <summary>Of kinds of workers somebody may be several.</summary>
    private static IReadOnlyList<string> KeysOf(ConsultationFact fact, FigureSplit by) => by switch
    {
        FigureSplit.Topic => [fact.Topic],
        FigureSplit.Group => [fact.Group],
        FigureSplit.Region => [fact.Region],
        FigureSplit.Mode => [fact.Mode.ToString()],
        FigureSplit.Worker => fact.Workers.Count > 0 ? fact.Workers : [""],
        _ => throw new ArgumentOutOfRangeException(nameof(by), by, null),
    };

    private async Task<List<ConsultationFact>> FactsAsync(FigurePeriod period, StaffScope scope, CancellationToken ct) =>
        [.. WithLeads(await BookingsAsync(period, scope, ct)), .. await CasesAsync(period, scope, ct), .. await FairsAsync(period, scope, ct)];

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
        var workers = await _workers.OfAsync([.. rows.Select(r => r.Booking.PersonId).OfType<PersonId>().Distinct()], ct);
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
            Workers = r.Booking.PersonId is { } person ? [.. workers[person]] : [],
            People = r.Outcome?.People ?? r.Booking.People,
            Matter = r.Booking.GroupId,
            EndedAt = r.Booking.EndedAt,
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

    /// <summary>Fairs that have begun.</summary>
    private async Task<List<ConsultationFact>> FairsAsync(FigurePeriod period, StaffScope scope, CancellationToken ct)
    {
        var (first, today, part) = (period.From, UnionCalendar.DayOf(_clock.GetUtcNow()), await _parts.OfAsync(scope, lawyer: null, ct));
        var last = period.Until < today ? period.Until : today;
        var fairs = await _db.FairsIn(part).AsNoTracking().Where(f => f.Day >= first && f.Day <= last).ToListAsync(ct);
        return [.. fairs.Select(f => new ConsultationFact { Number = f.Name, At = ScheduleData.Moment(f.Day, TimeOnly.MinValue), HasLawyer = f.LawyerId is not null })];
    }

    /// <summary>Of each matter that several have together the first consultation that was held stands for it.</summary>
    private static IEnumerable<ConsultationFact> WithLeads(List<ConsultationFact> bookings)
    {
        var leads = bookings.Where(f => f.Matter is not null && f.TookPlace).GroupBy(f => f.Matter)
            .Select(matter => matter.OrderBy(f => f.At).ThenBy(f => f.Number, StringComparer.Ordinal).First().Booking).ToHashSet();
        return bookings.Select(f => leads.Contains(f.Booking) ? f with { IsLead = true } : f);
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

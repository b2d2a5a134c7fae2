using Microsoft.EntityFrameworkCore;
using UnionBot.Chat.Calendar;
using UnionBot.Chat.Understanding.Dates;
using UnionBot.Core.Calendar;
using UnionBot.Core.Data;
using UnionBot.Core.People;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Talking;

/// <summary>
/// Finds times for a wish in people's words. Where there are none the wish gives way: first the time, then the lawyer, then the way to
/// talk; never the lawyers who must not hear of it.
/// </summary>
internal sealed class TimeFinder(IConsultations consultations, LegalAidCiphers ciphers, RegionBook regions, HolidaySchedule holidays, LegalAidRules rules)
{
    private const int Most = 3;

    /// <param name="except">Lawyers who serve the other side.</param>
    public async Task<TimeOffer> OfferAsync(UnionDb db, TimeWish wish, IReadOnlyList<long> except, DateTimeOffset at, CancellationToken ct)
    {
        var lawyer = await LawyerAsync(db, wish.LawyerName, ct);
        var whole = SearchOf(wish, except) with { LawyerId = lawyer };
        if (wish.LawyerName is null || lawyer is not null)
        {
            var exact = await FindAsync(TimesOf(whole, wish.When), wish, ct);
            if (exact.Count > 0) return new TimeOffer(exact, IsExact: IsAt(exact[0], wish.When), IsAt(exact[0], wish.When) ? OfferNote.None : OfferNote.Full);
        }

        foreach (var (search, note) in GivingWay(whole, wish, at))
        {
            if (await FindAsync(search, wish, ct) is { Count: > 0 } found) return new TimeOffer(found, IsExact: false, note);
        }

        return TimeOffer.Nothing;
    }

    /// <summary>The wish as the waiting list keeps it.</summary>
    public SlotWish Search(TimeWish wish, IReadOnlyList<long> except) => TimesOf(SearchOf(wish, except), wish.When);

    /// <summary>What the wish becomes step by step, and what is said of it.</summary>
    private IEnumerable<(SlotWish Search, OfferNote Note)> GivingWay(SlotWish whole, TimeWish wish, DateTimeOffset at)
    {
        var note = NoteOf(wish.When, at);
        if (wish.When?.Date is { } day) yield return (whole with { From = day }, note);
        yield return (whole, note);

        var anybody = whole with { LawyerId = null, Woman = false, Dialect = null, AnyDialect = false, Signs = false, NewForms = false };
        if (anybody != whole)
        {
            yield return (TimesOf(anybody, wish.When), OfferNote.NoSuchLawyer);
            yield return (anybody, OfferNote.NoSuchLawyer);
        }

        yield return (anybody with { Modes = ConsultationModes.All, RegionCode = null }, note is OfferNote.None ? OfferNote.Full : note);
    }

    private OfferNote NoteOf(When? when, DateTimeOffset at) => when?.Date is not { } day ? (when is null ? OfferNote.None : OfferNote.Full)
        : day > UnionCalendar.DayOf(at).AddDays(rules.HorizonDays) ? OfferNote.TooFar
        : (holidays.IsWorkday(day) ?? day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) is false ? OfferNote.DayOff
        : day == UnionCalendar.DayOf(at) ? OfferNote.TooSoon
        : OfferNote.Full;

    private async Task<IReadOnlyList<OfferedSlot>> FindAsync(SlotWish search, TimeWish wish, CancellationToken ct)
    {
        var found = await consultations.FindAsync(search, Most + wish.Seen.Count, ct);
        return [.. found.Select(SlotKey.Show).Where(slot => !wish.Seen.Contains(slot.Key)).Take(Most)];
    }

    private SlotWish SearchOf(TimeWish wish, IReadOnlyList<long> except) => new()
    {
        Modes = SlotKey.ModesOf(wish.Mode),
        Length = wish.IsGroup ? ConsultationLength.Extended : ConsultationLength.Standard,
        RegionCode = wish.District is { } district && regions.Find(district) is [{ Level: RegionLevel.County } region] ? region.Code : null,
        Topic = wish.Topic,
        Woman = wish.Lawyer.HasFlag(LawyerWish.Woman),
        Dialect = wish.Dialect,
        AnyDialect = wish.Dialect is null && wish.Lawyer.HasFlag(LawyerWish.Dialect),
        Signs = wish.Lawyer.HasFlag(LawyerWish.Sign),
        NewForms = wish.Lawyer.HasFlag(LawyerWish.NewForms),
        Except = except,
        IsUrgent = wish.IsUrgent,
    };

    /// <summary>周五下午, 五点以后, 两点半 as the schedule is asked for it.</summary>
    private static SlotWish TimesOf(SlotWish search, When? when)
    {
        if (when is null) return search;

        var (from, until) = when.Time is null ? BoundsOf(when.Part) : (null, null);
        return search with
        {
            From = when.Date,
            Until = when.EndDate ?? when.Date,
            NotBefore = when is { Time: { } } && (when.IsApproximate || when.EndTime is not null) ? when.Time : from,
            Before = when.EndTime ?? until,
            At = when is { Time: { } time, IsApproximate: false, EndTime: null } ? time : null,
        };
    }

    private static (TimeOnly? From, TimeOnly? Until) BoundsOf(PartOfDay? part) => part switch
    {
        PartOfDay.Morning => (new TimeOnly(5, 0), new TimeOnly(12, 0)),
        PartOfDay.Noon => (new TimeOnly(11, 0), new TimeOnly(14, 0)),
        PartOfDay.Afternoon => (new TimeOnly(12, 0), new TimeOnly(18, 0)),
        PartOfDay.Evening => (new TimeOnly(17, 30), null),
        PartOfDay.Dawn => (null, new TimeOnly(5, 0)),
        _ => (null, null),
    };

    /// <summary>两点 may be offered as 14:40, but is not the time that was named.</summary>
    private static bool IsAt(OfferedSlot slot, When? when) => when is null || SlotTimes.Fits(slot, when with { Part = null });

    /// <summary>王律师: the only one of that name, or whose name begins so; null when there is none, or several.</summary>
    private async Task<long?> LawyerAsync(UnionDb db, string? named, CancellationToken ct)
    {
        if (named?.Replace("律师", "", StringComparison.Ordinal) is not { Length: > 0 } name) return null;

        var all = await db.Set<Lawyer>().AsNoTracking().Where(l => l.IsActive).Select(l => new { l.Id, l.Name }).ToListAsync(ct);
        return all.Where(l => ciphers.OpenLawyer(l.Id, l.Name).StartsWith(name, StringComparison.Ordinal)).ToList() is [var only] ? only.Id : null;
    }
}

using UnionBot.Chat.Calendar;
using UnionBot.Core.Calendar;

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>All that decides which times are free between two days.</summary>
internal sealed record ScheduleData(
    IReadOnlyList<Lawyer> Lawyers,
    IReadOnlyDictionary<long, Site> Sites,
    ILookup<long, RotaBlock> Rota,
    ILookup<long, ExtraBlock> Extras,
    IReadOnlyList<Absence> Absences,
    ILookup<long, BusyTime> Busy)
{
    /// <summary>Nothing that takes a room goes on over midnight.</summary>
    private readonly ILookup<(long Site, DateOnly Day), BusyTime> _rooms = Busy.SelectMany(b => b)
        .Where(b => b.SiteId is not null).ToLookup(b => (b.SiteId!.Value, UnionCalendar.DayOf(b.From)));

    private readonly ILookup<(long Lawyer, DateOnly Day), ExtraBlock> _extras = Extras.SelectMany(b => b).ToLookup(b => (b.LawyerId, b.Day));

    /// <summary>The hours a lawyer gives on a day, in order, whether they are taken or not.</summary>
    public IEnumerable<WorkBlock> BlocksOf(long lawyer, DateOnly day, HolidaySchedule holidays)
    {
        var usual = WeekdayOf(day, holidays) is { } weekday
            ? Rota[lawyer].Where(b => b.Weekday == weekday && b.ValidFrom <= day && (b.ValidUntil is null || day <= b.ValidUntil))
                .Select(b => Block(lawyer, day, b.StartsAt, b.EndsAt, b.SiteId, b.Modes))
            : [];
        var extra = _extras[(lawyer, day)].Select(b => Block(lawyer, day, b.StartsAt, b.EndsAt, b.SiteId, b.Modes));
        return usual.Concat(extra).OrderBy(b => b.StartsAt);
    }

    /// <summary>What keeps a lawyer from a consultation: others, leave, and that the whole service rests.</summary>
    public IEnumerable<BusyTime> BusyOf(long lawyer) => Busy[lawyer].Concat(Absences
        .Where(a => a.LawyerId == lawyer || (a.LawyerId is null && a.SiteId is null))
        .Select(a => new BusyTime(lawyer, SiteId: null, a.StartsAt, a.EndsAt)));

    /// <summary>Whether a lawyer was away, or the whole service rested, all through their hours.</summary>
    public bool IsAwayAll(WorkBlock block)
    {
        var at = block.StartsAt;
        foreach (var away in Absences.Where(a => a.SiteId is null && (a.LawyerId is null || a.LawyerId == block.LawyerId)).OrderBy(a => a.StartsAt))
        {
            if (away.StartsAt <= at && away.EndsAt > at) at = away.EndsAt;
        }

        return at >= block.EndsAt;
    }

    /// <summary>Whether somebody can be received at a site: it is open and a room is free.</summary>
    public bool HasRoom(long site, DateTimeOffset from, DateTimeOffset until) =>
        Sites.TryGetValue(site, out var known)
        && !Absences.Any(a => a.SiteId == site && a.StartsAt < until && from < a.EndsAt)
        && _rooms[(site, UnionCalendar.DayOf(from))].Count(b => b.Meets(from, until)) < known.Rooms;

    /// <summary>
    /// By which weekday's rota a day is worked; null for a day off. A Saturday that is worked (调休) goes by Friday's rota, a Sunday by
    /// Monday's. Of a year whose schedule is not known Monday to Friday are worked, but for New Year's Day.
    /// </summary>
    internal static DayOfWeek? WeekdayOf(DateOnly day, HolidaySchedule holidays)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var works = holidays.IsWorkday(day) ?? (!isWeekend && day is not { Month: 1, Day: 1 });
        return (works, day.DayOfWeek) switch
        {
            (false, _) => null,
            (_, DayOfWeek.Saturday) => DayOfWeek.Friday,
            (_, DayOfWeek.Sunday) => DayOfWeek.Monday,
            var (_, weekday) => weekday,
        };
    }

    private static WorkBlock Block(long lawyer, DateOnly day, TimeOnly from, TimeOnly until, long? site, ConsultationModes modes) =>
        new(lawyer, Moment(day, from), Moment(day, until), site, modes);

    internal static DateTimeOffset Moment(DateOnly day, TimeOnly time) => new DateTimeOffset(day, time, UnionCalendar.ChinaOffset).ToUniversalTime();
}

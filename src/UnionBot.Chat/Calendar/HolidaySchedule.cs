using System.Collections.Frozen;

namespace UnionBot.Chat.Calendar;

/// <summary>
/// Which days are worked (调休). It is published year by year and cannot be computed, so of a year that is not loaded
/// nothing is known. What is imported while the bot runs lies over what came with it; whoever holds the schedule sees it at once.
/// </summary>
public sealed class HolidaySchedule
{
    private readonly IReadOnlyList<HolidayYear> _shipped;
    private volatile Known _known;

    public HolidaySchedule(IEnumerable<HolidayYear> years)
    {
        _shipped = [.. years];
        _known = new Known(_shipped);
    }

    public static HolidaySchedule Empty => new([]);

    /// <summary>Every known break, in order.</summary>
    public IReadOnlyList<Break> Breaks => _known.Breaks;

    public bool Knows(int year) => _known.Years.ContainsKey(year);

    /// <summary>Exchanges what was imported: each of these years is as it says, all others as they came with the bot.</summary>
    public void Import(IReadOnlyCollection<HolidayYear> years) =>
        _known = new Known([.. _shipped.Where(shipped => years.All(year => year.Year != shipped.Year)), .. years]);

    /// <summary>
    /// The year whose schedule is needed on a day and not loaded: of its own year, and from 1 December on of the next, which
    /// the State Council mostly publishes in October or November.
    /// </summary>
    /// <returns>Null when none is missing.</returns>
    public int? MissingOn(DateOnly day) =>
        !Knows(day.Year) ? day.Year
        : day.Month == 12 && !Knows(day.Year + 1) ? day.Year + 1
        : null;

    /// <returns>Null when the year is not known.</returns>
    public bool? IsWorkday(DateOnly day)
    {
        var known = _known;
        if (!known.Years.TryGetValue(day.Year, out var year)) return null;
        if (year.Workdays.Contains(day)) return true;
        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && !known.Breaks.Any(b => b.First <= day && day <= b.Last);
    }

    /// <summary>The workday that is so many workdays after a day: 1 is the next one.</summary>
    /// <returns>Null when the way leads into a year that is not known.</returns>
    public DateOnly? AddWorkdays(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        while (true)
        {
            day = day.AddDays(1);
            if (IsWorkday(day) is not { } works) return null;
            if (works && --count == 0) return day;
        }
    }

    /// <summary>The last workday before a day; null when the way leads into a year that is not known.</summary>
    public DateOnly? LastWorkdayBefore(DateOnly day)
    {
        while (true)
        {
            day = day.AddDays(-1);
            if (IsWorkday(day) is not { } works) return null;
            if (works) return day;
        }
    }

    private sealed class Known(IReadOnlyList<HolidayYear> years)
    {
        public FrozenDictionary<int, HolidayYear> Years { get; } = years.ToFrozenDictionary(y => y.Year);

        public IReadOnlyList<Break> Breaks { get; } = [.. years.SelectMany(y => y.Breaks).OrderBy(b => b.First)];
    }
}

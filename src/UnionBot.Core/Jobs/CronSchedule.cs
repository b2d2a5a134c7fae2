using UnionBot.Core.Calendar;

namespace UnionBot.Core.Jobs;

/// <summary>The moments of a cron expression, by the calendar of China.</summary>
internal sealed class CronSchedule : JobSchedule
{
    /// <summary>From one 29 February to the next there may be eight years.</summary>
    private const int MostDays = 8 * 366;

    private static readonly string[] Months =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly string _expression;
    private readonly TimeSpan[] _times;
    private readonly CronField _day;
    private readonly CronField _month;
    private readonly CronField _weekday;
    private readonly bool _lastDay;

    /// <exception cref="FormatException">It is none, or names a moment that never comes.</exception>
    public CronSchedule(string expression)
    {
        _expression = expression;
        if (expression.Split(' ') is not [var second, var minute, var hour, var day, var month, var weekday])
            throw new FormatException($"Cron \"{expression}\": six fields are needed: second minute hour day month weekday.");

        _times = Times(CronField.Parse(hour, 0, 23), CronField.Parse(minute, 0, 59), CronField.Parse(second, 0, 59));
        _lastDay = day == "L";
        _day = CronField.Parse(_lastDay ? "*" : day, 1, 31);
        _month = CronField.Parse(month, 1, 12, Months);
        _weekday = CronField.Parse(weekday, 1, 7, Weekdays);
        if ((day == "?") == (weekday == "?"))
            throw new FormatException($"Cron \"{expression}\": either the day or the weekday must be ?.");

        NextAfter(DateTimeOffset.UnixEpoch);
    }

    public override DateTimeOffset NextAfter(DateTimeOffset moment)
    {
        var local = moment.ToOffset(UnionCalendar.ChinaOffset);
        foreach (var date in Days(local, step: 1))
        {
            foreach (var time in _times)
            {
                if (Moment(date, time) is var next && next > moment) return next;
            }
        }

        throw NeverComes();
    }

    public override DateTimeOffset LastUpTo(DateTimeOffset moment)
    {
        var local = moment.ToOffset(UnionCalendar.ChinaOffset);
        foreach (var date in Days(local, step: -1))
        {
            for (var i = _times.Length - 1; i >= 0; i--)
            {
                if (Moment(date, _times[i]) is var last && last <= moment) return last;
            }
        }

        throw NeverComes();
    }

    public override string ToString() => _expression;

    private static TimeSpan[] Times(CronField hours, CronField minutes, CronField seconds) =>
    [
        .. from hour in hours.Values.Order()
           from minute in minutes.Values.Order()
           from second in seconds.Values.Order()
           select new TimeSpan(hour, minute, second),
    ];

    private static DateTimeOffset Moment(DateOnly date, TimeSpan time) =>
        new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue) + time, UnionCalendar.ChinaOffset).ToUniversalTime();

    private IEnumerable<DateOnly> Days(DateTimeOffset from, int step) => Enumerable.Range(0, MostDays)
        .Select(days => DateOnly.FromDateTime(from.DateTime).AddDays(days * step))
        .Where(IsPlanned);

    private bool IsPlanned(DateOnly date) =>
        _month.Has(date.Month)
        && (_lastDay ? date.AddDays(1).Day == 1 : _day.Has(date.Day))
        && _weekday.Has((int)date.DayOfWeek + 1);

    private FormatException NeverComes() => new($"Cron \"{_expression}\" names a moment that never comes.");
}

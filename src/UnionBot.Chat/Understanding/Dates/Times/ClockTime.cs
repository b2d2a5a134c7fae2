using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Times;

/// <summary>The time that a clock means in a part of the day.</summary>
/// <param name="IsNextDay">True for midnight at the end of the day named: 今晚12点.</param>
internal readonly record struct ClockTime(TimeOnly Time, bool IsNextDay)
{
    /// <returns>Null when there is no such time: 25点.</returns>
    public static ClockTime? Of(Clock clock, PartWord? part)
    {
        if (clock.Hour > 24 || clock.Minute > 59 || clock is { Hour: 24, Minute: > 0 }) return null;
        if (clock.Hour == 24) return new ClockTime(TimeOnly.MinValue, IsNextDay: true);

        var isNight = part is PartWord.Evening or PartWord.Night or PartWord.Midnight;
        if (isNight && clock.Hour is 0 or 12) return new ClockTime(new TimeOnly(0, clock.Minute), IsNextDay: true);

        var hour = clock.IsLiteral || clock.Hour > 12 ? clock.Hour : HourIn(part, clock.Hour);
        return new ClockTime(new TimeOnly(hour, clock.Minute), IsNextDay: false);
    }

    private static int HourIn(PartWord? part, int hour) => part switch
    {
        PartWord.Dawn => hour == 12 ? 0 : hour,
        PartWord.Midnight => hour > 8 ? hour + 12 : hour,
        PartWord.Morning => hour,
        PartWord.Noon => hour is > 0 and < 5 ? hour + 12 : hour,
        PartWord.Night => hour > 5 ? hour + 12 : hour,
        PartWord.Afternoon or PartWord.Evening => hour is > 0 and < 12 ? hour + 12 : hour,
        _ => hour is > 0 and < 7 ? hour + 12 : hour,
    };
}

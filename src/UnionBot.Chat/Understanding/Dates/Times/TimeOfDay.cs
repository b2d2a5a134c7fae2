using UnionBot.Chat.Understanding.Dates.Words;

namespace UnionBot.Chat.Understanding.Dates.Times;

/// <summary>What a time phrase means, whatever the day.</summary>
/// <param name="IsNextDay">True when <paramref name="Time"/> is midnight at the end of the day named.</param>
internal sealed record TimeOfDay(TimeOnly? Time, PartOfDay? Part, TimeOnly? EndTime, bool IsApproximate, bool IsNextDay)
{
    /// <summary>The hours at which the parts begin; each ends where the next begins, the last at midnight.</summary>
    private static readonly int[] Begins = [0, 5, 12, 14, 18];

    /// <summary>True when the time lies in the part; the part before and after reach a little into it: 早上四点, 下午一点.</summary>
    public bool IsInItsPart => Part is { } part && Time is { } time
        && time.Hour >= Begins[(int)part] - 2 && (part == PartOfDay.Evening || time.Hour <= Begins[(int)part + 1]);

    /// <returns>Null when there is no such time: 25点.</returns>
    public static TimeOfDay? Of(TimePhrase phrase)
    {
        if (phrase.Clock is not { } clock) return new TimeOfDay(null, PartOf(phrase.Part, null), null, phrase.IsApproximate, false);
        if (ClockTime.Of(clock, phrase.Part) is not { } start) return null;

        var part = PartOf(phrase.Part, clock.Hour);
        if (phrase.IsUntil) return new TimeOfDay(null, part, start.Time, phrase.IsApproximate, false);
        if (phrase.End is not { } end) return new TimeOfDay(start.Time, part, null, phrase.IsApproximate, start.IsNextDay);
        if (ClockTime.Of(end, phrase.EndPart ?? phrase.Part) is not { } stop) return null;

        var isWrong = stop.Time < start.Time && phrase.EndPart is null && !stop.IsNextDay;
        return new TimeOfDay(start.Time, part, isWrong ? stop.Time.AddHours(12) : stop.Time, phrase.IsApproximate, start.IsNextDay);
    }

    /// <summary>True when it is over by the clock, if today is meant. A part is over when it has ended.</summary>
    public bool HasPassed(TimeOnly clock) =>
        !IsNextDay && ((Time ?? EndTime) is { } time
            ? time < clock
            : Part is { } part && part != PartOfDay.Evening && new TimeOnly(Begins[(int)part + 1], 0) <= clock);

    private static PartOfDay? PartOf(PartWord? word, int? hour) => word switch
    {
        null => null,
        PartWord.Dawn => PartOfDay.Dawn,
        PartWord.Midnight => hour is > 8 and < 12 ? PartOfDay.Evening : PartOfDay.Dawn,
        PartWord.Morning => PartOfDay.Morning,
        PartWord.Noon => PartOfDay.Noon,
        PartWord.Afternoon => PartOfDay.Afternoon,
        PartWord.Night => hour is > 0 and < 6 ? PartOfDay.Dawn : PartOfDay.Evening,
        _ => PartOfDay.Evening,
    };
}

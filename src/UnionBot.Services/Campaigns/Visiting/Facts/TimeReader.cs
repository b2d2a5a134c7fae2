using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Services.Campaigns.Visiting.Facts;

/// <summary>Reads when to come again, and when a late entry happened.</summary>
internal sealed class TimeReader(VisitWords words, WhenReader dates)
{
    private const int Before = 12;

    private const int Behind = 10;

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>How many days back a day without a word of the past may lie (周三, 15号): tried in this order.</summary>
    private static readonly int[] DaysBack = [0, 6, 27, 60];

    /// <summary>Whether coming again is spoken of, and the day or time that is said for it.</summary>
    public (bool IsTold, When? When) Again(string text, DateTimeOffset at)
    {
        var isTold = false;
        foreach (var (start, end) in words.FindAll(VisitCue.Again, text))
        {
            isTold = true;
            var near = text[Math.Max(0, start - Before)..Math.Min(text.Length, end + Behind)];
            if (dates.Read(near, at).When is { } when) return (true, OnADay(when, at.ToOffset(China)));
        }

        return (isTold, null);
    }

    /// <summary>下午三点 alone is today, where that is still to come.</summary>
    private static When OnADay(When when, DateTimeOffset now) =>
        when.Date is not null || when.Time < TimeOnly.FromTimeSpan(now.TimeOfDay) ? when : when with { Date = DateOnly.FromDateTime(now.Date) };

    /// <summary>Whether the message was written later than the visit it tells of.</summary>
    public bool IsLate(string text) =>
        words.Has(VisitCue.Late, text) || (words.Has(VisitCue.VisitedThen, text) && DayAgo(text) is { Days: > 0 });

    /// <returns>In UTC, not after <paramref name="at"/>; null when no exact time is said.</returns>
    public DateTimeOffset? ClaimedAt(string text, DateTimeOffset at)
    {
        var now = at.ToOffset(China);
        var today = now.Date;
        if (DayAgo(text) is var (word, days)) return Of(text.Replace(word, "今天", StringComparison.Ordinal), today.AddDays(-days), now);
        if (words.LastWeek.FirstOrDefault(w => text.Contains(w, StringComparison.Ordinal)) is { } lastWeek)
            return Of(text.Replace(lastWeek, "周", StringComparison.Ordinal), today.AddDays(-7 - (((int)today.DayOfWeek + 6) % 7)), now);

        return DaysBack.Select(back => Of(text, today.AddDays(-back), now)).FirstOrDefault(claimed => claimed is not null);
    }

    /// <summary>Reads as if it had been written at the beginning of an earlier day, since the reader of dates takes all days as to come.</summary>
    private DateTimeOffset? Of(string text, DateTime since, DateTimeOffset at)
    {
        if (dates.Read(text, new DateTimeOffset(since, China)).When is not { Time: { } time } when) return null;

        var moment = new DateTimeOffset((when.Date ?? DateOnly.FromDateTime(since)).ToDateTime(time), China);
        return moment <= at ? moment.ToUniversalTime() : null;
    }

    private (string Word, int Days)? DayAgo(string text)
    {
        foreach (var day in words.DaysAgo)
        {
            if (text.Contains(day.Word, StringComparison.Ordinal)) return day;
        }

        return null;
    }
}

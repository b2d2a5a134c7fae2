using UnionBot.Chat.Understanding.Dates.Days;
using UnionBot.Chat.Understanding.Dates.Times;

namespace UnionBot.Chat.Understanding.Dates.Sentences;

/// <summary>A mention with the moment it means, or the reason why it means none.</summary>
internal sealed record Resolved(Mention Mention, When? When, NoWhen? Reason)
{
    public static Resolved Of(Mention mention, Today today)
    {
        var time = mention.Time is { } phrase ? TimeOfDay.Of(phrase) : null;
        if (mention.Time is not null && time is null) return new Resolved(mention, null, NoWhen.Impossible);

        var hasPassed = time?.HasPassed(today.Clock) ?? false;
        var counted = today with { TimeHasPassed = hasPassed };
        var day = mention.Day?.On(counted) ?? default;
        if (day.Reason is { } reason) return WithoutDay(mention, reason, time);
        if (day.Date == today.Day && hasPassed) return new Resolved(mention, null, NoWhen.Past);

        var date = time is { IsNextDay: true } ? day.Date?.AddDays(1) : day.Date;
        return new Resolved(mention, new When(date, day.Time ?? time?.Time, time?.Part)
        {
            EndTime = time?.EndTime,
            EndDate = day.Date is { } first ? mention.LastDay?.EndingFrom(first, counted) : null,
            IsApproximate = day.IsApproximate || (time?.IsApproximate ?? false),
        }, null);
    }

    /// <summary>下周下午: the part is kept, the day stays open.</summary>
    private static Resolved WithoutDay(Mention mention, NoWhen reason, TimeOfDay? time) =>
        reason is NoWhen.Vague && time is not null
            ? new Resolved(
                mention,
                new When(null, time.Time, time.Part) { EndTime = time.EndTime, IsApproximate = time.IsApproximate },
                null)
            : new Resolved(mention, null, reason);
}

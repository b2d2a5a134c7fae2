using System.Globalization;
using UnionBot.Core.Calendar;
using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Core.Messaging;

public sealed class SendTimesTests
{
    private static readonly SendTimes Times = new();
    private static readonly HashSet<DateOnly> NoSilence = [];

    [Theory]
    [InlineData("2026-01-31 21:29:59", "2026-01-31 21:29:59")]
    [InlineData("2026-01-31 21:30:00", "2026-02-01 08:00:00")]
    [InlineData("2026-12-31 23:59:59", "2027-01-01 08:00:00")]
    [InlineData("2028-02-29 00:00:00", "2028-02-29 08:00:00")]
    [InlineData("2026-03-01 07:59:59", "2026-03-01 08:00:00")]
    public void A_push_waits_for_the_end_of_the_night(string now, string first) =>
        Assert.Equal(At(first), Times.FirstFor(MessageKind.VacancyPush, At(now), NoSilence));

    [Theory]
    [InlineData("2026-02-28 20:30:00", "2026-03-01 08:30:00")]
    [InlineData("2026-03-01 08:10:00", "2026-03-01 08:30:00")]
    [InlineData("2026-03-01 12:00:00", "2026-03-01 12:00:00")]
    public void A_broadcast_waits_for_its_own_hours(string now, string first) =>
        Assert.Equal(At(first), Times.FirstFor(MessageKind.Broadcast, At(now), NoSilence));

    [Fact]
    public void At_any_moment_and_with_any_silent_days_the_first_moment_is_allowed_and_not_in_the_past()
    {
        var chance = new Random(20_260_301);
        for (var round = 0; round < 2_000; round++)
        {
            var now = At("2026-01-01 00:00:00").AddSeconds(chance.Next(0, 730 * 86_400));
            var silent = Enumerable.Range(0, 4).Select(_ => UnionCalendar.DayOf(now).AddDays(chance.Next(0, 5))).ToHashSet();
            var kind = chance.Next(2) == 0 ? MessageKind.Broadcast : MessageKind.Campaign;

            var first = Times.FirstFor(kind, now, silent);

            Assert.True(first >= now);
            Assert.Equal(first, Times.FirstFor(kind, first, silent));
            Assert.DoesNotContain(UnionCalendar.DayOf(first), silent);
        }
    }

    [Theory]
    [InlineData(MessageKind.Answer)]
    [InlineData(MessageKind.StaffAnswer)]
    [InlineData(MessageKind.Code)]
    [InlineData(MessageKind.Alarm)]
    [InlineData(MessageKind.Booking)]
    [InlineData(MessageKind.Warning)]
    public void What_was_asked_for_or_is_urgent_never_waits(MessageKind kind)
    {
        var night = At("2026-02-16 23:00:00");

        Assert.Equal(night, Times.FirstFor(kind, night, new HashSet<DateOnly> { UnionCalendar.DayOf(night) }));
    }

    [Theory]
    [InlineData("2026-03-06 08:00:00", "2026-03-06 08:00:00")]
    [InlineData("2026-03-06 21:29:59", "2026-03-06 21:29:59")]
    [InlineData("2026-03-06 21:30:00", "2026-03-06 20:30:00")]
    [InlineData("2026-03-06 23:59:59", "2026-03-06 20:30:00")]
    [InlineData("2026-03-07 00:00:00", "2026-03-06 20:30:00")]
    [InlineData("2026-03-07 07:59:59", "2026-03-06 20:30:00")]
    [InlineData("2026-03-01 05:00:00", "2026-02-28 20:30:00")]
    [InlineData("2028-03-01 05:00:00", "2028-02-29 20:30:00")]
    [InlineData("2027-01-01 06:30:00", "2026-12-31 20:30:00")]
    public void A_reminder_that_is_due_in_the_quiet_hours_comes_in_the_evening_before(string due, string told) =>
        Assert.Equal(At(told), Times.ForReminder(At(due)));

    [Fact]
    public void With_other_quiet_hours_it_comes_as_long_before_them()
    {
        var times = new SendTimes { QuietFrom = new(20, 0), QuietUntil = new(9, 0), ReminderAhead = TimeSpan.FromMinutes(90) };

        Assert.Equal(At("2026-03-06 18:30:00"), times.ForReminder(At("2026-03-07 08:30:00")));
        Assert.Equal(At("2026-03-06 19:59:00"), times.ForReminder(At("2026-03-06 19:59:00")));
    }

    [Fact]
    public void Whenever_a_reminder_is_due_it_is_told_outside_the_quiet_hours_and_at_most_half_a_day_early()
    {
        var chance = new Random(20_260_302);
        for (var round = 0; round < 2_000; round++)
        {
            var due = At("2026-01-01 00:00:00").AddSeconds(chance.Next(0, 730 * 86_400));

            var told = Times.ForReminder(due);

            Assert.Equal(told, Times.FirstFor(MessageKind.BookingReminder, told, NoSilence));
            Assert.InRange(due - told, TimeSpan.Zero, TimeSpan.FromHours(11.5));
        }
    }

    [Theory]
    [InlineData("2026-03-06 23:00:00", "2026-03-07 08:00:00")]
    [InlineData("2026-03-06 12:00:00", "2026-03-06 12:00:00")]
    public void A_reminder_that_could_not_be_told_in_time_wakes_nobody_but_is_told_on_a_silent_day(string now, string first) =>
        Assert.Equal(At(first), Times.FirstFor(MessageKind.VisitReminder, At(now), new HashSet<DateOnly> { UnionCalendar.DayOf(At(now)), UnionCalendar.DayOf(At(first)) }));

    private static DateTimeOffset At(string inChina) =>
        new DateTimeOffset(DateTime.Parse(inChina, CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset).ToUniversalTime();
}

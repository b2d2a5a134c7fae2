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
    public void What_was_asked_for_or_is_urgent_never_waits(MessageKind kind)
    {
        var night = At("2026-02-16 23:00:00");

        Assert.Equal(night, Times.FirstFor(kind, night, new HashSet<DateOnly> { UnionCalendar.DayOf(night) }));
    }

    private static DateTimeOffset At(string inChina) =>
        new DateTimeOffset(DateTime.Parse(inChina, CultureInfo.InvariantCulture), UnionCalendar.ChinaOffset).ToUniversalTime();
}

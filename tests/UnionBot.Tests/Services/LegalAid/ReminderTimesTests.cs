using System.Globalization;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Reminders;

namespace UnionBot.Tests.Services.LegalAid;

public sealed class ReminderTimesTests
{
    [Theory]
    [InlineData("01-12 10:00", "01-16 14:30", "01-15 18:00, 01-16 12:30")]
    [InlineData("01-12 10:00", "01-16 10:00", "01-15 18:00, 01-16 08:00")]
    [InlineData("01-15 18:00", "01-16 14:30", "01-16 12:30")]
    [InlineData("01-16 11:00", "01-16 14:30", "01-16 12:30")]
    [InlineData("01-16 12:30", "01-16 14:30", "")]
    public void People_are_reminded_on_the_evening_before_and_two_hours_before(string now, string start, string reminders) =>
        Assert.Equal(reminders, Of(now, start));

    [Theory]
    [InlineData("01-12 10:00", "01-16 08:30", "01-15 18:00, 01-15 20:30")]
    [InlineData("01-15 19:00", "01-16 09:10", "01-15 20:30")]
    [InlineData("01-15 21:00", "01-16 09:10", "")]
    [InlineData("01-12 10:00", "01-16 23:40", "01-15 18:00, 01-16 20:30")]
    public void Nobody_is_reminded_in_the_quiet_hours(string now, string start, string reminders) => Assert.Equal(reminders, Of(now, start));

    private static string Of(string now, string start) => string.Join(", ", ReminderTimes
        .Of(At(start), At(now), new LegalAidRules(), new SendTimes())
        .Select(r => r.At.ToOffset(TimeSpan.FromHours(8)).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)));

    private static DateTimeOffset At(string text) =>
        new DateTimeOffset(DateTime.ParseExact($"2026-{text}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}

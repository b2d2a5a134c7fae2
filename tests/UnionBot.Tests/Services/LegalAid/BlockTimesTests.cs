using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>At which times of a block a consultation can begin.</summary>
public sealed class BlockTimesTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 16, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly WorkBlock Morning = new(1, At("08:30"), At("11:30"), null, ConsultationModes.Phone);

    [Theory]
    [InlineData(30, "08:30 09:10 09:50 10:30")]
    [InlineData(20, "08:30 09:00 09:30 10:00 10:30 11:00")]
    [InlineData(60, "08:30 09:40")]
    public void Consultations_follow_each_other_with_a_rest_between(int minutes, string starts) => Assert.Equal(starts, Starts(minutes, after: 10));

    [Theory]
    [InlineData("09:10-09:50", "08:30 09:50 10:30")]
    [InlineData("08:30-09:40", "09:40 10:20 11:00")]
    [InlineData("08:30-08:53", "09:00 09:40 10:20 11:00")]
    [InlineData("08:00-12:00", "")]
    [InlineData("08:00-08:30", "08:30 09:10 09:50 10:30")]
    [InlineData("11:05-12:00", "08:30 09:10 09:50")]
    public void What_is_in_the_way_is_gone_around_and_leaves_full_ten_minutes(string busy, string starts) =>
        Assert.Equal(starts, Starts(30, after: 10, Busy(busy)));

    [Fact]
    public void The_rest_before_comes_on_top_of_the_neighbours_rest_behind() =>
        Assert.Equal("08:30 09:15 10:00 10:45", string.Join(' ', BlockTimes.Of(Morning, M(30), before: M(5), after: M(10), []).Select(Text)));

    [Theory]
    [InlineData(30, 0.2, "10:30")]
    [InlineData(20, 0.2, "11:00")]
    [InlineData(60, 0.2, null)]
    [InlineData(30, 0, null)]
    [InlineData(30, 1, "08:30")]
    public void The_last_of_a_block_are_kept_for_the_urgent(int minutes, double share, string? from)
    {
        var found = BlockTimes.UrgentFrom(Morning, M(minutes), TimeSpan.Zero, M(10), share);

        Assert.Equal(from, found == DateTimeOffset.MaxValue ? null : Text(found));
    }

    [Fact]
    public void Whatever_is_in_the_way_no_time_meets_it_or_another_and_all_end_within_the_block()
    {
        var busy = from starts in Gen.Choose(-60, 240).ListOf()
                   from lengths in Gen.Choose(1, 90).ListOf(starts.Count)
                   select starts.Zip(lengths, (s, l) => new BusyTime(1, null, Morning.StartsAt + M(s), Morning.StartsAt + M(s + l))).OrderBy(b => b.From).ToArray();
        Prop.ForAll(busy.ToArbitrary(), Gen.Choose(5, 70).ToArbitrary(), Gen.Choose(0, 20).ToArbitrary(), (inTheWay, minutes, rest) =>
        {
            DateTimeOffset[] starts = [.. BlockTimes.Of(Morning, M(minutes), M(rest), M(10), inTheWay)];

            Assert.All(starts, s => Assert.True(s >= Morning.StartsAt && s + M(minutes) <= Morning.EndsAt));
            Assert.All(starts, s => Assert.DoesNotContain(inTheWay, b => b.Meets(s - M(rest), s + M(minutes) + M(10))));
            Assert.All(starts.Zip(starts.Skip(1)), pair => Assert.True(pair.Second - pair.First >= M(minutes + 10 + rest)));
        }).QuickCheckThrowOnFailure();
    }

    private static string Starts(int minutes, int after, params BusyTime[] busy) =>
        string.Join(' ', BlockTimes.Of(Morning, M(minutes), TimeSpan.Zero, M(after), busy).Select(Text));

    private static BusyTime Busy(string span) => new(1, null, At(span[..5]), At(span[6..]));

    private static DateTimeOffset At(string clock) => Day + TimeOnly.Parse(clock, CultureInfo.InvariantCulture).ToTimeSpan();

    private static TimeSpan M(int minutes) => TimeSpan.FromMinutes(minutes);

    private static string Text(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("HH:mm", CultureInfo.InvariantCulture);
}

using UnionBot.Core.Messaging;

namespace UnionBot.Tests.Core.Messaging;

/// <summary>Windows and quotas over many moments: around midnight, the end of the month and of the year, and at random.</summary>
public sealed class ContactWindowTests
{
    private static readonly SendingRules Rules = new();

    public static TheoryData<string> Contacts =>
        ["2026-01-31T15:59:59Z", "2026-02-28T16:00:00Z", "2026-12-31T15:59:00Z", "2028-02-28T23:30:00Z", "2026-06-15T04:00:00Z"];

    [Theory]
    [MemberData(nameof(Contacts))]
    public void A_word_opens_exactly_48_hours_and_five_messages_whatever_midnight_or_month_lies_between(string contact)
    {
        var at = At(contact);

        Assert.Equal(5, Word(at).LeftAt(at));
        Assert.Equal(5, Word(at).LeftAt(at + Rules.MessageWindow - TimeSpan.FromSeconds(1)));
        Assert.Equal(0, Word(at).LeftAt(at + Rules.MessageWindow));
    }

    [Theory]
    [MemberData(nameof(Contacts))]
    public void However_sends_are_spread_no_more_leave_a_window_than_the_platform_allows(string contact)
    {
        var (at, chance) = (At(contact), new Random(contact.GetHashCode(StringComparison.Ordinal)));
        for (var round = 0; round < 500; round++)
        {
            var (word, tap) = (Word(at), Tap(at + TimeSpan.FromSeconds(chance.Next(-90, 90))));
            var person = new PersonQuota(word, tap);
            var sent = Enumerable.Range(0, 20)
                .Select(_ => at + TimeSpan.FromSeconds(chance.Next(0, 200_000)))
                .Order()
                .Select(moment => (Moment: moment, Window: person.SpendCustom(moment)))
                .Where(send => send.Window is not null)
                .ToArray();

            Assert.InRange(sent.Count(s => s.Window == word), 0, 5);
            Assert.InRange(sent.Count(s => s.Window == tap), 0, 3);
            Assert.All(sent.Where(s => s.Window == word), s => Assert.True(s.Moment < at + Rules.MessageWindow));
            Assert.All(sent.Where(s => s.Window == tap), s => Assert.True(s.Moment < tap.OpenedAt + Rules.TapWindow));
        }
    }

    [Fact]
    public void The_window_that_closes_first_is_spent_first()
    {
        var at = At("2026-03-01T00:00:00Z");
        var person = new PersonQuota(Word(at), Tap(at));

        var spent = Enumerable.Range(0, 9).Select(_ => person.SpendCustom(at)).ToArray();

        Assert.Equal([person.Tap, person.Tap, person.Tap], spent[..3]);
        Assert.All(spent[3..8], window => Assert.Equal(person.Message, window));
        Assert.Null(spent[8]);
    }

    [Theory]
    [InlineData("2026-01-31T15:59:59Z", "2026-01-31T16:00:00Z")]
    [InlineData("2026-12-31T12:00:00Z", "2026-12-31T16:00:00Z")]
    [InlineData("2028-02-29T10:00:00Z", "2028-02-29T16:00:00Z")]
    public void Calls_of_a_day_are_free_again_at_midnight_in_China(string now, string midnight)
    {
        var quota = Account(At(now), daySpent: 10);

        Assert.Equal(At(midnight), quota.FreeAt);
        Assert.Equal(At(midnight), ApiQuota.TomorrowAfter(At(now)));
        Assert.Null(ApiQuota.At(At(midnight), new ApiLimit(10, 5), quota.Day, quota.DaySpent, quota.Minute, 0).FreeAt);
    }

    [Fact]
    public void Calls_of_a_minute_are_free_again_with_the_next()
    {
        var now = At("2026-02-28T15:59:30Z");
        var quota = Account(now, daySpent: 0);
        for (var n = 0; n < 5; n++) quota.Spend();

        Assert.Equal(At("2026-02-28T16:00:00Z"), quota.FreeAt);
    }

    private static ApiQuota Account(DateTimeOffset now, int daySpent) =>
        ApiQuota.At(now, new ApiLimit(10, 5), UnionBot.Core.Calendar.UnionCalendar.DayOf(now), daySpent, default, 0);

    private static ContactWindow Word(DateTimeOffset at) => new(at, Rules.MessageWindow, Rules.CustomAfterMessage, 0);

    private static ContactWindow Tap(DateTimeOffset at) => new(at, Rules.TapWindow, Rules.CustomAfterTap, 0);

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}

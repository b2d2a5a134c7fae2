using UnionBot.Chat.Understanding.Dates;

namespace UnionBot.Tests.Chat.Understanding.Dates;

public sealed class WhenReaderTests
{
    private static readonly WhenReader Reader = WhenReader.Load(Tree.Templates);

    [Fact]
    public void A_day_is_counted_in_China_whatever_the_offset_of_now()
    {
        var now = new DateTimeOffset(2026, 11, 20, 16, 40, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 11, 22), Reader.Read("明天", now).When!.Date);
    }

    [Fact]
    public void The_words_of_the_day_are_told_by_their_place_in_the_text()
    {
        var now = new DateTimeOffset(2026, 11, 21, 10, 0, 0, TimeSpan.FromHours(8));

        Assert.Equal(new TextSpan(2, 4), Reader.Read("想约赶明儿个行不", now).DateSpan);
    }
}

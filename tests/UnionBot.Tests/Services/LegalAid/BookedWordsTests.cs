using UnionBot.Services.LegalAid.Talking;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>What stands in the confirmation of a consultation.</summary>
public sealed class BookedWordsTests
{
    [Fact]
    public void Where_a_reminder_needs_a_yes_the_confirmation_says_where_to_give_it() => Assert.All(Booked.Samples, booked => Assert.Equal(
        booked.ReminderPage is not null, Words.Book.Word(booked).Contains($"请点一下同意提醒：{booked.ReminderPage ?? "https"}", StringComparison.Ordinal)));

    [Fact]
    public void It_says_what_to_bring_and_how_to_change_or_cancel() => Assert.All(Booked.Samples, booked =>
    {
        var words = Words.Book.Word(booked);
        Assert.All(new[] { "约好了", booked.Booking.Number, "身份证", "改时间", "取消" }, part => Assert.Contains(part, words, StringComparison.Ordinal));
    });
}

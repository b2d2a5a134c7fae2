using UnionBot.Web.Commands;

namespace UnionBot.Tests.Commands;

public sealed class StaffWorkTests
{
    [Theory]
    [InlineData("2026-03-02 08:00")]
    [InlineData("2026-03-02T08:00")]
    public void A_time_in_China_is_read_as_it_is_typed_or_picked(string typed) =>
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), StaffWork.ReadTime(typed));

    [Theory]
    [InlineData("0001-01-01 00:00")]
    [InlineData("0001-01-01T07:59")]
    [InlineData("2026-02-30 08:00")]
    [InlineData("明天上午")]
    [InlineData("")]
    public void What_is_no_time_that_can_be_reckoned_with_is_none(string typed) => Assert.Null(StaffWork.ReadTime(typed));

    [Fact]
    public void The_first_and_the_last_moment_that_can_be_typed_can_be_shown_again()
    {
        foreach (var typed in new[] { "0001-01-01 08:00", "9999-12-31 23:59" }) Assert.Equal(typed, StaffWork.Show(StaffWork.ReadTime(typed)!.Value));
    }
}

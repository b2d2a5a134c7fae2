using UnionBot.Core.People;

namespace UnionBot.Tests.Core.People;

public sealed class MobileNumberTests
{
    [Theory]
    [InlineData("13800000001")]
    [InlineData("+8613800000001")]
    [InlineData("008613800000001")]
    [InlineData("8613800000001")]
    [InlineData("+86 138-0000-0001")]
    [InlineData("（+86）138 0000 0001")]
    [InlineData("１３８００００００01")]
    [InlineData("幺三八零零零零零零零幺")]
    [InlineData("一三八〇〇〇〇〇〇〇一")]
    public void A_mobile_number_is_understood_however_it_is_written(string text)
    {
        Assert.True(MobileNumber.TryParse(text, out var number));
        Assert.Equal("13800000001", number.Value);
    }

    [Fact]
    public void Spoken_two_is_a_two()
    {
        Assert.True(MobileNumber.TryParse("幺三八两两两两二二二二", out var number));
        Assert.Equal("13822222222", number.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1380000000")]
    [InlineData("138000000011")]
    [InlineData("12800000001")]
    [InlineData("1064912345678")]
    [InlineData("0531-82345678")]
    [InlineData("我的手机13800000001")]
    [InlineData("1380000000a")]
    public void What_is_no_mobile_number_is_refused(string text) => Assert.False(MobileNumber.TryParse(text, out _));

    [Fact]
    public void Printed_it_is_masked()
    {
        Assert.True(MobileNumber.TryParse("13800000001", out var number));

        Assert.Equal("138****0001", $"{number}");
    }
}

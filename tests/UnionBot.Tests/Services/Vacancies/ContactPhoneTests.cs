using UnionBot.Services.Vacancies.Posts;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class ContactPhoneTests
{
    [Theory]
    [InlineData("138 0000 0001", "13800000001")]
    [InlineData("0531-82345678", "053182345678")]
    [InlineData("（0531）82345678", "053182345678")]
    [InlineData("0531-82345678转801", "053182345678-801")]
    [InlineData("0536 3201234", "05363201234")]
    public void Mobiles_and_fixed_lines_are_read(string text, string digits)
    {
        Assert.True(ContactPhone.TryParse(text, out var phone));
        Assert.Equal(digits, phone.Value);
    }

    [Theory]
    [InlineData("82345678")]
    [InlineData("12351")]
    [InlineData("微信同号")]
    public void Anything_else_is_none(string text) => Assert.False(ContactPhone.TryParse(text, out _));

    [Fact]
    public void No_log_shows_the_number()
    {
        Assert.True(ContactPhone.TryParse("13800000001", out var phone));
        Assert.Equal("138****0001", phone.ToString());
    }
}

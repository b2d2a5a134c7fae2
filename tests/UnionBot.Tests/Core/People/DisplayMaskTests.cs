using UnionBot.Core.People;

namespace UnionBot.Tests.Core.People;

public sealed class DisplayMaskTests
{
    [Theory]
    [InlineData("张三", "张*")]
    [InlineData("李建国", "李*国")]
    [InlineData("欧阳", "欧*")]
    [InlineData("欧阳修", "欧阳*")]
    [InlineData("欧阳娜娜", "欧阳**")]
    [InlineData("张李明华", "张**华")]
    [InlineData("阿卜杜拉·买买提", "阿**")]
    [InlineData("John", "J**")]
    [InlineData("𠮷田", "𠮷*")]
    [InlineData("王", "*")]
    [InlineData(" ", "")]
    public void A_name_shows_its_surname_and_at_most_its_last_character(string name, string shown) =>
        Assert.Equal(shown, DisplayMask.Name(name));

    [Fact]
    public void Numbers_show_their_ends()
    {
        Assert.Equal("138****0001", DisplayMask.Mobile("13800000001"));
        Assert.Equal("3***************4", DisplayMask.IdNumber("370102199003076634"));
        Assert.Equal("****2222", DisplayMask.Card("6222000011112222"));
    }

    [Fact]
    public void What_is_no_number_shows_nothing()
    {
        Assert.Equal("***", DisplayMask.Mobile("138"));
        Assert.Equal("***", DisplayMask.IdNumber("370"));
        Assert.Equal("***", DisplayMask.Card("622"));
    }
}

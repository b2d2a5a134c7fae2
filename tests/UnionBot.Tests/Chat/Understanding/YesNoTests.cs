using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding;

public sealed class YesNoTests
{
    [Theory]
    [InlineData("是")]
    [InlineData("好的")]
    [InlineData("嗯嗯")]
    [InlineData("可以")]
    [InlineData("没问题👌")]
    [InlineData("行吧")]
    [InlineData("确认!")]
    [InlineData("中")]
    [InlineData("就这样吧,定了")]
    [InlineData("OK")]
    [InlineData("好的好的,谢谢")]
    public void Yes_is_understood(string text) => Assert.True(YesNo.Read(text));

    [Theory]
    [InlineData("不是")]
    [InlineData("不用了")]
    [InlineData("不对")]
    [InlineData("没有")]
    [InlineData("不需要,谢谢")]
    [InlineData("NO")]
    [InlineData("先不办")]
    [InlineData("不中")]
    [InlineData("算了吧")]
    [InlineData("都不是")]
    public void No_is_understood(string text) => Assert.False(YesNo.Read(text));

    [Theory]
    [InlineData("1")]
    [InlineData("也许")]
    [InlineData("")]
    [InlineData("是不是")]
    [InlineData("好像不行吧我再想想")]
    [InlineData("不是不行")]
    public void What_is_neither_is_left_open(string text) => Assert.Null(YesNo.Read(text));

    [Theory]
    [InlineData("1", true)]
    [InlineData("2", false)]
    [InlineData("第一个", true)]
    [InlineData("不要", false)]
    [InlineData("3", null)]
    public void Numbers_count_where_they_were_shown(string text, bool? expected) =>
        Assert.Equal(expected, YesNo.ReadNumbered(text));
}

using UnionBot.Services.Vacancies.Importing;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class AgeTextTests
{
    [Theory]
    [InlineData("18-50", 18, 50)]
    [InlineData("18至45周岁", 18, 45)]
    [InlineData("45岁以下", null, 45)]
    [InlineData("１８周岁以上", 18, null)]
    [InlineData("年满18", 18, null)]
    [InlineData("不限", null, null)]
    [InlineData("年龄不限", null, null)]
    public void Ages_are_read(string cell, int? min, int? max) => Assert.Equal(new Ages(min, max), AgeText.Read(cell));

    [Theory]
    [InlineData("年轻人")]
    [InlineData("50-18")]
    [InlineData("30")]
    public void What_says_no_age_is_not_understood(string cell) => Assert.Null(AgeText.Read(cell));
}

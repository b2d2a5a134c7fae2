using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;
using static UnionBot.Services.Vacancies.Posts.VacancyTraits;
using static UnionBot.Services.Vacancies.Words.AskedField;

namespace UnionBot.Tests.Services.Vacancies;

/// <summary>What is asked about the vacancy that is open.</summary>
public sealed class QuestionWordsTests
{
    private static readonly QuestionWords Words = QuestionWords.Load(new DataFolder(Tree.Templates), VacancyWords.Traits);

    [Theory]
    [InlineData("有五险吗", SocialInsurance)]
    [InlineData("交不交社保", SocialInsurance)]
    [InlineData("五险一金有没有", SocialInsurance | HousingFund)]
    [InlineData("管饭不", Board)]
    [InlineData("包吃住吗", Board | Lodging)]
    [InlineData("要加班吗", Overtime)]
    [InlineData("是白班还是夜班", Day | Night)]
    public void Shifts_and_benefits(string text, VacancyTraits traits) => Assert.Equal(new Asked(traits, AskedField.None), Words.Read(text));

    [Theory]
    [InlineData("几点上班", Hours)]
    [InlineData("在哪啊", Place)]
    [InlineData("工资多少", AskedField.Pay)]
    [InlineData("几号发工资", AskedField.Pay)]
    [InlineData("要学历吗", Demands)]
    [InlineData("多大年龄要", Ages)]
    [InlineData("都干些啥", Duties)]
    [InlineData("招几个人", People)]
    [InlineData("要交钱吗", Fees)]
    public void Everything_else_that_a_vacancy_says(string text, AskedField field) =>
        Assert.True(Words.Read(text)!.Value.Fields.HasFlag(field));

    [Theory]
    [InlineData("有五险吗", SocialInsurance)]
    [InlineData("这几个管饭不", Board)]
    [InlineData("哪个有五险", SocialInsurance)]
    [InlineData("社保怎么交", VacancyTraits.None)]
    [InlineData("五险一金是什么", VacancyTraits.None)]
    [InlineData("几点上班", VacancyTraits.None)]
    [InlineData("有没有双休的", VacancyTraits.None)]
    public void A_whole_list_is_asked_by_yes_or_no(string text, VacancyTraits traits) => Assert.Equal(traits, Words.ReadOverList(text));

    [Theory]
    [InlineData("有没有不看年龄的")]
    [InlineData("加班费怎么算")]
    [InlineData("有五险的吗")]
    [InlineData("要有五险")]
    [InlineData("找个管饭的行吗")]
    [InlineData("还有别的吗")]
    [InlineData("疗休养咋报名")]
    [InlineData("咋退会")]
    [InlineData("不要夜班")]
    [InlineData("联系")]
    public void A_wish_or_another_matter_asks_nothing_about_it(string text) => Assert.Null(Words.Read(text));
}

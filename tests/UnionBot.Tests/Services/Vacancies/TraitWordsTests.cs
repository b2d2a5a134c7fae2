using UnionBot.Chat.Understanding;
using UnionBot.Services.Vacancies.Posts;
using UnionBot.Services.Vacancies.Words;
using static UnionBot.Services.Vacancies.Posts.VacancyTraits;

namespace UnionBot.Tests.Services.Vacancies;

public sealed class TraitWordsTests
{
    private static readonly TraitWords Words = TraitWords.Load(new DataFolder(Tree.Templates));

    [Theory]
    [InlineData("白班，管午饭，交五险", Day | Board | SocialInsurance, None)]
    [InlineData("包吃住，五险一金，双休", Board | Lodging | SocialInsurance | HousingFund | TwoDaysOff, None)]
    [InlineData("不包吃住", None, Board | Lodging)]
    [InlineData("包吃不包住", Board, Lodging)]
    [InlineData("两班倒，无加班", Rotating, Overtime)]
    [InlineData("周末休息", TwoDaysOff, None)]
    [InlineData("不提供住宿、午餐", None, Lodging | Board)]
    [InlineData("住宿自理", None, Lodging)]
    public void A_vacancy_says_what_it_offers_and_what_not(string text, VacancyTraits stated, VacancyTraits denied) =>
        Assert.Equal(new ReadTraits(stated, denied), Words.Read(text));

    [Theory]
    [InlineData("不要夜班", Night)]
    [InlineData("不上夜班的", Night)]
    [InlineData("夜班不行", Night)]
    [InlineData("夜班的不要", Night)]
    [InlineData("我可熬不了夜班，夜班干不了", Night)]
    [InlineData("别给我推夜班的了，夜班我可不去", Night)]
    [InlineData("不去厂里", Factory)]
    [InlineData("不想进厂", Factory)]
    [InlineData("不用加班", Overtime)]
    [InlineData("不要天天加班的", Overtime)]
    [InlineData("不要销售和中介", Sales | Agency)]
    [InlineData("不要销售、中介、夜班", Sales | Agency | Night)]
    [InlineData("能不能不上夜班", Night)]
    public void A_worker_refuses_in_many_ways(string text, VacancyTraits denied)
    {
        var read = Words.Read(text);

        Assert.Equal(denied, read.Denied & ~read.Stated);
    }

    [Theory]
    [InlineData("有没有夜班", Night)]
    [InlineData("要不夜班也行", Night)]
    [InlineData("不仅包住还管饭", Lodging | Board)]
    [InlineData("是不是包吃", Board)]
    public void What_only_looks_like_a_refusal_is_none(string text, VacancyTraits stated) =>
        Assert.Equal(new ReadTraits(stated, None), Words.Read(text));
}

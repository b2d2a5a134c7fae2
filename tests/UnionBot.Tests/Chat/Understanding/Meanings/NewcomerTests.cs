using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

/// <summary>What people said who met the bot for the first time, and the same in other words; none of it was learnt from.</summary>
public sealed class NewcomerTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("干活把腰扭了", "injury-apply")]
    [InlineData("上班的时候抻着胳膊了", "injury-apply")]
    [InlineData("老板骂我心里堵得慌", "counselling")]
    [InlineData("让主管骂了，心里憋屈得很", "counselling")]
    [InlineData("工资条不给看", "pay-slip")]
    [InlineData("单位的工资明细不让我们看", "pay-slip")]
    [InlineData("工伤认定要多少钱", "injury-cost")]
    [InlineData("认定个工伤得花多少", "injury-cost")]
    [InlineData("退休了还能参加工会吗", "retired-member")]
    [InlineData("会费一个月交多少", "join-union")]
    [InlineData("一个月会费多少钱", "join-union")]
    [InlineData("工伤认定多少天", "injury-apply")]
    [InlineData("工伤认定要等几天", "injury-apply")]
    [InlineData("仲裁要多久", "arbitration-how")]
    [InlineData("劳动仲裁多久能完", "arbitration-how")]
    [InlineData("暑假工没给钱", "wage-arrears")]
    [InlineData("厂里有个十五岁的娃干活", "underage-work")]
    [InlineData("我今年15想打工", "underage-work")]
    public void A_question_finds_its_answer(string question, string entry) => Assert.Equal(entry, Match(question).Best?.Id);

    [Theory]
    [InlineData("法定退休年龄是多少")]
    [InlineData("退休金怎么算")]
    [InlineData("我这岁数啥时候能领退休金")]
    public void Pensions_are_asked_elsewhere(string question)
    {
        var match = Match(question);

        Assert.Null(match.Best);
        Assert.Contains("labour", match.Elsewhere!.Hotlines.Select(h => h.Name));
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("77")]
    [InlineData("137 9")]
    public void Numbers_alone_mean_nothing(string text)
    {
        Assert.Equal(Intent.Unknown, Understood.Of(text).Intent);
        Assert.Null(Match(text).Best);
    }

    [Theory]
    [InlineData("我会费交到啥时候了", Intent.MyMembership)]
    [InlineData("我的会费续到几月份", Intent.MyMembership)]
    [InlineData("不要中介不要销售", Intent.FindVacancy)]
    [InlineData("销售不干，中介不要", Intent.FindVacancy)]
    [InlineData("干活把腰扭了", Intent.LegalQuestion)]
    [InlineData("他说再要工资就让我走人", Intent.LegalQuestion)]
    [InlineData("厂里有个十五岁的娃干活", Intent.LegalQuestion)]
    [InlineData("我今年15想打工", Intent.LegalQuestion)]
    [InlineData("老板讲谁再问工钱谁就别干了", Intent.LegalQuestion)]
    public void A_wish_is_understood(string words, Intent intent)
    {
        var meaning = Understood.Of(words);

        Assert.Equal(intent, meaning.Intent);
        Assert.Null(meaning.Ask);
    }

    [Theory]
    [InlineData("老板骂我心里堵得慌")]
    [InlineData("他说再要工资就让我走人")]
    [InlineData("工头说再提钱的事就让我滚出工地")]
    [InlineData("挨了一顿骂，委屈得想哭")]
    [InlineData("干活把腰扭了")]
    public void No_danger_is_seen_where_there_is_none(string words)
    {
        var meaning = Understood.Of(words);

        Assert.Null(meaning.Danger);
        Assert.Null(meaning.MayBeDanger);
    }

    [Theory]
    [InlineData("我想入会顺便查下会费再找个活", Intent.JoinUnion, Intent.MyMembership, Intent.FindVacancy)]
    [InlineData("想查查我的会籍再约个律师再报个电工班", Intent.MyMembership, Intent.BookLegalAid, Intent.ActivitySignup)]
    [InlineData("帮我找个保安的活再查一下我是不是会员", Intent.FindVacancy, Intent.MyMembership)]
    [InlineData("我要入会找个保洁的活", Intent.JoinUnion, Intent.FindVacancy)]
    [InlineData("给我导出我的资料然后找附近的驿站", Intent.PrivacyExport, Intent.NearbyPlace)]
    public void Wishes_without_a_mark_between_them_are_all_heard(string words, params Intent[] wishes)
    {
        var meaning = Understood.Of(words);

        Assert.Equal(wishes, [meaning.Intent, .. meaning.Also]);
    }

    [Theory]
    [InlineData("我想找个能顾家的工作想问问有没有")]
    [InlineData("想查一下我的会费扣了多少要怎么看")]
    [InlineData("老板不给工资我要找律师")]
    [InlineData("请帮我看看入会要办什么手续")]
    [InlineData("我要报名参加电工培训班要找谁")]
    [InlineData("帮我问问附近哪有驿站想歇歇脚")]
    public void One_wish_in_many_words_stays_one(string words) => Assert.Empty(Understood.Of(words).Also);

    private static UnionBot.Chat.Understanding.Knowledge.KnowledgeMatch Match(string question) =>
        Understood.Knowledge.Match(TextNormaliser.Normalise(question), Today);
}

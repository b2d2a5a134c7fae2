using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

public sealed class InterpreterTests
{
    [Theory]
    [InlineData("不是取消，是想换成下周三", Intent.RescheduleLegalAid)]
    [InlineData("我不是来投诉的，我要绑定会员卡", Intent.BindMember)]
    [InlineData("不是要约律师，我是想找份工作", Intent.FindVacancy)]
    [InlineData("不看菜单，给我转人工", Intent.HumanAgent)]
    public void What_is_denied_is_not_wanted(string message, Intent intent) => Assert.Equal(intent, Understood.Of(message).Intent);

    [Theory]
    [InlineData("帮我约律师，不对，是取消律师预约", Intent.CancelLegalAid)]
    [InlineData("把招聘推送关了，说错了，是打开招聘推送", Intent.SubscribeVacancies)]
    public void Of_what_is_taken_back_the_last_counts(string message, Intent intent) => Assert.Equal(intent, Understood.Of(message).Intent);

    [Theory]
    [InlineData("我要预约律师，另外妈妈小屋在哪里", Intent.BookLegalAid, Intent.NearbyPlace)]
    [InlineData("帮我转会，顺便查一下附近的爱心驿站", Intent.TransferUnion, Intent.NearbyPlace)]
    [InlineData("看看有没有招保安的，对了金秋助学怎么申请", Intent.FindVacancy, Intent.StudentAid)]
    public void Further_wishes_are_kept(string message, Intent first, Intent then)
    {
        var meaning = Understood.Of(message);

        Assert.Equal(first, meaning.Intent);
        Assert.Equal([then], meaning.Also);
        Assert.EndsWith(Assert.Single(meaning.Further).Words, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("包工头不给钱，帮我约个律师")]
    [InlineData("厂里把我辞了，我要法律援助")]
    public void The_story_before_a_wish_is_no_wish_of_its_own(string message)
    {
        var meaning = Understood.Of(message);

        Assert.Equal(Intent.BookLegalAid, meaning.Intent);
        Assert.Empty(meaning.Also);
    }

    [Theory]
    [InlineData("我要找工做", Intent.FindVacancy)]
    [InlineData("拖千工资怎么办", Intent.LegalQuestion)]
    [InlineData("預約律師", Intent.BookLegalAid)]
    [InlineData("woyao yuyue lvshi", Intent.BookLegalAid)]
    [InlineData("爱心义站在哪里", Intent.NearbyPlace)]
    [InlineData("俺想寻个看大门的活儿", Intent.FindVacancy)]
    public void Slips_dialect_and_pinyin_are_understood(string message, Intent intent) => Assert.Equal(intent, Understood.Of(message).Intent);

    [Theory]
    [InlineData("累死了，这活真不是人干的")]
    [InlineData("哈哈笑死我了")]
    [InlineData("气死我了，打电话没人接")]
    [InlineData("热死了，什么时候发防暑降温用品")]
    [InlineData("饿死了，食堂几点开饭")]
    [InlineData("加班到凌晨我都快死了")]
    [InlineData("老板三个月没发工资了我带着七八个工友干的活家里孩子等着交学费呢老板电话也不接你说我该咋整啊")]
    [InlineData("工地欠我们二十多个人的钱家里老人等着看病包工头人也找不到了这可咋办啊")]
    [InlineData("我就想自己找个近点的活")]
    [InlineData("被狗咬了咋办")]
    public void Hyperbole_and_worry_are_no_danger(string message) => Assert.Null(Understood.Of(message).Danger);

    [Theory]
    [InlineData("我真的撑不住了，想从桥上跳下去", CrisisKind.SelfHarm, Intent.HumanAgent)]
    [InlineData("工友被压在机器底下了", CrisisKind.Accident, Intent.ReportHazard)]
    [InlineData("宿舍楼着火了", CrisisKind.Fire, Intent.ReportHazard)]
    public void Danger_comes_before_everything_else(string message, CrisisKind danger, Intent intent)
    {
        var meaning = Understood.Of(message);

        Assert.Equal((danger, intent), (meaning.Danger, meaning.Intent));
        Assert.Null(meaning.Ask);
    }

    [Theory]
    [InlineData("")]
    [InlineData("。。。")]
    [InlineData("qwertyuiop")]
    public void Noise_is_nothing_to_act_upon(string message)
    {
        var meaning = Understood.Of(message);

        Assert.True(meaning.Intent == Intent.Unknown || meaning.Ask is not null);
    }

    [Theory]
    [InlineData(5_000)]
    public void A_long_text_is_read_as_any_other(int length) =>
        Assert.NotNull(Understood.Of(string.Concat(Enumerable.Repeat("老板不给工资，", length / 7))));
}

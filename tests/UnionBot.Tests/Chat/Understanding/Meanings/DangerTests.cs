using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Understanding.Meanings;

/// <summary>What is danger, and what only sounds like it, in the short words people really write.</summary>
public sealed class DangerTests
{
    [Theory]
    [InlineData("我让电打了一下 麻", CrisisKind.Accident)]
    [InlineData("刚刚叫电打了", CrisisKind.Accident)]
    [InlineData("孩子丢了", CrisisKind.Accident)]
    [InlineData("中暑了咋办", CrisisKind.Medical)]
    [InlineData("再不给钱我就点了工地", CrisisKind.Violence)]
    [InlineData("我陪你去死", CrisisKind.SelfHarm)]
    public void Danger_is_heard(string words, CrisisKind kind) => Assert.Equal(kind, Understood.Of(words).Danger);

    [Theory]
    [InlineData("对不起")]
    [InlineData("对不起我打错字了")]
    [InlineData("谢谢你们 再见了")]
    [InlineData("麻烦你们了 拜托了")]
    [InlineData("实在不好意思 麻烦了")]
    [InlineData("求求你们了")]
    [InlineData("我自己解决了")]
    [InlineData("谢谢 已经解决了")]
    [InlineData("这是最后一次问了")]
    [InlineData("不想当保安 不想进厂 就想开车")]
    [InlineData("不想跑外卖了")]
    [InlineData("不想打螺丝了")]
    [InlineData("不想活动")]
    [InlineData("我想死你们了")]
    [InlineData("你去死")]
    [InlineData("没人的时候他还堵我")]
    [InlineData("我被开了 完了全完了")]
    [InlineData("不干了 一刀两断")]
    [InlineData("身份证被扣了")]
    [InlineData("下辈子再当工人")]
    [InlineData("救命恩人谢谢你")]
    [InlineData("孩子丢了书包")]
    public void What_only_sounds_like_it_calls_nobody(string words) => Assert.Null(Understood.Of(words).Danger);

    [Theory]
    [InlineData("对不起")]
    [InlineData("没人回我")]
    [InlineData("没人管我们")]
    [InlineData("我就想有个活")]
    [InlineData("想请假 老板不让 我要炸了")]
    [InlineData("被打卡系统坑了")]
    [InlineData("不好意思打错了")]
    [InlineData("累死了")]
    [InlineData("老板气死我了")]
    public void Everyday_words_are_not_even_asked_about(string words)
    {
        var meaning = Understood.Of(words);

        Assert.Null(meaning.Danger);
        Assert.Null(meaning.MayBeDanger);
    }

    [Theory]
    [InlineData("挖沟的滑下去埋住了 上面看不见头")]
    [InlineData("铣床把师傅的虎口撕开了，血喷")]
    [InlineData("喉管让鱼刺卡着 脸发青")]
    [InlineData("液氨罐破裂 呛倒俩")]
    [InlineData("表舅被扣押 要钱放人")]
    [InlineData("百草枯服了两口")]
    [InlineData("骑在桥栏上 松手就好")]
    public void Danger_in_words_of_no_example_is_heard_by_what_it_is_made_of(string words)
    {
        var meaning = Understood.Of(words);

        Assert.NotNull(meaning.Danger ?? meaning.MayBeDanger);
    }

    [Theory]
    [InlineData("luo shui le")]
    [InlineData("bu xiang huo le")]
    [InlineData("jiu ren")]
    public void Danger_spelt_in_letters_is_heard(string words)
    {
        var meaning = Understood.Of(words);

        Assert.NotNull(meaning.Danger ?? meaning.MayBeDanger);
    }

    [Fact]
    public void Where_danger_is_feared_the_bot_asks_about_it_before_any_wish()
    {
        var feared = new Meaning(Intent.LegalQuestion, 0.9f) { MayBeDanger = CrisisKind.Medical, Ask = (Intent.LegalQuestion, Intent.HardshipAid) };

        Assert.Equal((Intent.ReportHazard, Intent.LegalQuestion), feared.AskBetween);
    }

    [Theory]
    [InlineData("领导摸我大腿")]
    [InlineData("女领导摸我屁股")]
    [InlineData("被主管性骚扰怎么办")]
    public void Harassment_is_a_matter_of_right_and_no_advertising(string words) =>
        Assert.Contains(Understood.Of(words).Intent, new[] { Intent.LegalQuestion, Intent.Complaint });
}

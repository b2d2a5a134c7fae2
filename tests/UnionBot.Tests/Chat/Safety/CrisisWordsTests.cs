using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;

namespace UnionBot.Tests.Chat.Safety;

public sealed class CrisisWordsTests
{
    private static readonly CrisisWords Words = CrisisWords.Load(Path.Combine(Tree.Templates, "understanding", "crisis.yaml"));

    [Theory]
    [InlineData("活着没意思了，工资要不回来，真想一跳了之")]
    [InlineData("我不想活了")]
    [InlineData("不 想 活 了")]
    [InlineData("老板不给钱我就去跳楼")]
    [InlineData("想死的心都有了")]
    [InlineData("我要自杀")]
    [InlineData("自殺")]
    [InlineData("死了算了")]
    [InlineData("我同事说要跳楼，怎么办")]
    [InlineData("再不给钱我死给他们看")]
    [InlineData("听说跳楼算工伤，我想跳楼")]
    [InlineData("预约律师，要不我就不想活了")]
    [InlineData("一辈子积蓄没了，我真的活不下去了😭")]
    public void Words_of_despair_are_heard(string text) => Assert.Equal(CrisisKind.SelfHarm, Find(text));

    [Theory]
    [InlineData("我要去把老板砍了，谁也别拦我")]
    [InlineData("我要杀了他")]
    [InlineData("跟他们同归于尽")]
    [InlineData("包工头带人拿刀来了")]
    [InlineData("我要放火烧了他家")]
    [InlineData("把厂子炸了算了")]
    [InlineData("门口打起来了，快来人")]
    public void Words_of_violence_are_heard(string text) => Assert.Equal(CrisisKind.Violence, Find(text));

    [Theory]
    [InlineData("工友晕倒了", CrisisKind.Medical)]
    [InlineData("有人昏迷叫不醒", CrisisKind.Medical)]
    [InlineData("师傅流了好多血", CrisisKind.Medical)]
    [InlineData("车间着火了", CrisisKind.Fire)]
    [InlineData("配电室漏水冒火花了！！", CrisisKind.Fire)]
    [InlineData("宿舍煤气泄漏", CrisisKind.Fire)]
    [InlineData("工友触电了", CrisisKind.Accident)]
    [InlineData("脚手架塌了有人被埋", CrisisKind.Accident)]
    [InlineData("手被机器夹住了，手被*夹住", CrisisKind.Accident)]
    [InlineData("昨天就说线路不行，现在触电了", CrisisKind.Accident)]
    [InlineData("我被困在电梯里了", CrisisKind.Accident)]
    public void Emergencies_are_heard(string text, CrisisKind kind) => Assert.Equal(kind, Find(text));

    [Fact]
    public void Of_several_the_gravest_counts() => Assert.Equal(CrisisKind.SelfHarm, Find("工友晕倒了，他说不想活了"));

    [Theory]
    [InlineData("今天累死了")]
    [InlineData("笑死我了")]
    [InlineData("气死我了，到底发不发工资")]
    [InlineData("热死了，有没有高温补贴")]
    [InlineData("忙死")]
    [InlineData("想死你们了")]
    [InlineData("跳楼价甩卖")]
    [InlineData("我生意火了")]
    [InlineData("喝水都塞牙，倒霉死了")]
    [InlineData("我才不会自杀，别担心")]
    [InlineData("我没想过自杀")]
    [InlineData("别跳楼啊，有话好好说")]
    [InlineData("新闻里说有人跳楼了")]
    [InlineData("听说隔壁厂有人自杀")]
    [InlineData("上班路上出车祸算工伤吗")]
    [InlineData("去年从架子上摔下来，单位不给赔")]
    [InlineData("2月16日在工地摔下来了，工伤认定怎么办")]
    [InlineData("上个月中暑晕倒住院，能报销吗")]
    [InlineData("参加消防演练，假装着火了")]
    [InlineData("万一触电了怎么办")]
    [InlineData("砍价")]
    [InlineData("我要预约律师")]
    [InlineData("")]
    [InlineData("，。！？ ")]
    public void Hyperbole_denial_and_reports_raise_no_alarm(string text) => Assert.Null(Find(text));

    [Fact]
    public void A_long_text_is_searched_to_its_end() => Assert.Equal(
        CrisisKind.SelfHarm, Find(string.Concat(Enumerable.Repeat("我在厂里干了十年，", 1200)) + "不想活了"));

    [Fact]
    public void An_ordinary_message_costs_no_memory()
    {
        Words.Find("我想预约 周三下午的律师");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) Words.Find("我想预约 周三下午的律师");

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static CrisisKind? Find(string text) => Words.Find(TextNormaliser.Normalise(text));
}

using UnionBot.Chat.Dialogs;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat;

public sealed class ControlWordTests
{
    private readonly Talk _talk = ToyTalk.New();

    [Theory]
    [InlineData("菜单")]
    [InlineData("返回主菜单")]
    [InlineData("你好")]
    [InlineData("你都能干啥")]
    [InlineData("？")]
    [InlineData("能办哪些业务")]
    public async Task The_menu_names_the_services_in_their_order(string words)
    {
        await _talk.Says(words);

        Assert.Equal(["预约", "我的卡"], _talk.Hears<Menu>().Choices);
        Assert.Contains("1 预约\n2 我的卡", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("12351", _talk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("一")]
    [InlineData("第一个")]
    [InlineData("头一个")]
    [InlineData("１")]
    [InlineData("①")]
    [InlineData("1️⃣")]
    [InlineData("预约")]
    [InlineData("选1吧")]
    public async Task A_menu_entry_is_chosen_by_number_or_name(string words)
    {
        await _talk.Says("菜单", words);

        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task The_menu_puts_the_dialog_aside_and_it_can_be_continued()
    {
        await _talk.Says("预约", "王芳", "菜单");
        Assert.Equal("预约", _talk.Hears<Menu>().Left);
        Assert.Contains("继续", _talk.Text, StringComparison.Ordinal);

        await _talk.Says("继续");
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task Back_asks_the_question_before_and_forgets_its_answer()
    {
        await _talk.Says("预约", "王芳", "明天", "返回");
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);

        await _talk.Says("上一步");
        _talk.Hears<AskName>();
        await _talk.Says("李强", "后天", "3");
        Assert.Equal(new Booked("李强", "后天", "晚上"), _talk.Hears<Booked>());
    }

    [Fact]
    public async Task Back_at_the_first_question_leads_to_the_menu()
    {
        await _talk.Says("预约", "返回");

        Assert.Equal("预约", _talk.Hears<Menu>().Left);
    }

    [Fact]
    public async Task Back_with_nothing_begun_says_so()
    {
        await _talk.Says("返回");

        _talk.Hears<NothingToGoBackTo>();
    }

    [Theory]
    [InlineData("取消")]
    [InlineData("算了")]
    [InlineData("算了吧")]
    [InlineData("不办了")]
    [InlineData("退出")]
    [InlineData("停")]
    public async Task Cancel_leaves_the_dialog(string words)
    {
        await _talk.Says("预约", "王芳", words);

        Assert.Equal("预约", _talk.Hears<Cancelled>().Title);
        Assert.True(_talk.IsOver);
        Assert.Equal(TalkState.Fresh, _talk.State with { LastAt = null });
    }

    [Fact]
    public async Task Cancel_offers_what_was_interrupted_before()
    {
        await _talk.Says("预约", "王芳", "我的预约", "算了");

        Assert.Equal("我的预约", _talk.Hears<Cancelled>().Title);
        Assert.Equal("预约", _talk.Hears<BackTo>().Title);
        _talk.Hears<AskDay>();
    }

    [Fact]
    public async Task Cancel_with_nothing_begun_says_so()
    {
        await _talk.Says("取消");

        _talk.Hears<NothingToCancel>();
    }

    [Theory]
    [InlineData("人工")]
    [InlineData("转人工！")]
    [InlineData("我要找真人")]
    [InlineData("人工客服")]
    [InlineData("转人公")]
    [InlineData("请帮我转人工，谢谢")]
    public async Task A_person_takes_over_when_asked_for(string words)
    {
        await _talk.Says("预约", words);

        _talk.Hears<HandedOver>();
        Assert.Equal([new Effect.HandOver("handover/asked") { Joins = true }], _talk.Effects);
        Assert.Contains("12351", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_shows_what_was_left_once()
    {
        _talk.State = TalkState.Fresh with { More = "后面的内容" };
        await _talk.Says("更多");
        Assert.Equal("后面的内容", _talk.Text);

        await _talk.Says("更多");
        _talk.Hears<NothingMore>();
    }

    [Fact]
    public async Task Thanks_are_answered_and_are_no_miss()
    {
        await _talk.Says("谢谢");

        _talk.Hears<YouAreWelcome>();
        Assert.Equal(0, _talk.State.Misses);
    }

    [Theory]
    [InlineData("谢谢")]
    [InlineData("好的")]
    public async Task Thanks_are_no_answer_to_a_step_that_takes_free_words(string thanks)
    {
        await _talk.Says("预约", thanks);

        _talk.Hears<AskName>();
        _talk.HearsNothingElse();
    }
}

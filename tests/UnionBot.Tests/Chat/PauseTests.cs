using UnionBot.Chat.Dialogs;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat;

public sealed class PauseTests
{
    private readonly Talk _talk = ToyTalk.New();

    [Theory]
    [InlineData("1")]
    [InlineData("继续")]
    [InlineData("好的")]
    public async Task After_half_an_hour_the_bot_asks_whether_to_go_on(string yes)
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromMinutes(31));
        await _talk.Says("在路上");
        Assert.Equal("预约", _talk.Hears<ContinueOrNot>().Title);

        await _talk.Says(yes);
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task No_leaves_the_dialog()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(2));
        await _talk.Says("1", "2");

        _talk.Hears<Cancelled>();
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task An_answer_to_the_old_question_goes_on_at_once()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(2));
        await _talk.Says("在吃饭", "明天");

        _talk.Hears<AskSlot>();
    }

    [Fact]
    public async Task Within_half_an_hour_the_answer_is_taken_as_it_is()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromMinutes(29));
        await _talk.Says("明天");

        _talk.Hears<AskSlot>();
    }

    [Fact]
    public async Task Another_wish_after_a_pause_is_served_first()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member };
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromDays(3));
        await _talk.Says("我的卡");

        _talk.Hears<Card>();
        _talk.Hears<BackTo>();
        _talk.Hears<AskDay>();
    }

    [Fact]
    public async Task Nothing_is_lost_within_thirty_days()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromDays(29.9));
        await _talk.Says("你好");
        await _talk.Says("继续");

        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task After_thirty_days_a_talk_begins_fresh()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromDays(31));
        await _talk.Says("明天");

        _talk.Hears<NotUnderstood>();
        Assert.Null(_talk.State.Waiting);
    }

    [Fact]
    public async Task A_clock_that_jumps_back_is_no_pause()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(-5));
        await _talk.Says("明天");

        _talk.Hears<AskSlot>();
    }

    [Fact]
    public async Task The_word_of_the_dialog_after_a_pause_asks_whether_to_go_on_with_it()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(2));
        await _talk.Says("预约");
        Assert.Equal("预约", _talk.Hears<ContinueOrNot>().Title);

        await _talk.Says("好");
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }
}

using UnionBot.Chat.Dialogs;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat;

public sealed class LevelTests
{
    private readonly Talk _talk = ToyTalk.New();

    [Fact]
    public async Task A_service_for_members_binds_first_and_then_goes_on()
    {
        await _talk.Says("我的卡");
        Assert.Equal("我的卡", _talk.Hears<BindFirst>().Title);
        _talk.Hears<AskCode>();

        await _talk.Says("123456");
        _talk.Hears<Bound>();
        Assert.Equal(MemberLevel.Member, _talk.Hears<Card>().Level);
        _talk.HearsNothingElse();
        Assert.Null(_talk.State.Wanted);
    }

    [Fact]
    public async Task What_was_wanted_survives_an_interruption_of_the_binding()
    {
        await _talk.Says("我的卡", "我的预约", "改时间");
        _talk.Hears<Changed>();
        _talk.Hears<BackTo>();
        _talk.Hears<AskCode>();

        await _talk.Says("123456");
        _talk.Hears<Bound>();
        _talk.Hears<Card>();
    }

    [Fact]
    public async Task Who_leaves_the_binding_no_longer_wants_what_needed_it()
    {
        await _talk.Says("我的卡", "算了", "绑定", "123456");

        _talk.Hears<Bound>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task A_member_is_served_at_once()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member };
        await _talk.Says("会员卡");

        _talk.Hears<Card>();
    }

    [Fact]
    public async Task The_web_chat_never_binds()
    {
        _talk.Speaker = new Speaker(new PersonId(2), "web", MemberLevel.PhoneConfirmed);
        await _talk.Says("我的卡");

        _talk.Hears<OnlyInWeChat>();
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData(MemberLevel.Follower)]
    [InlineData(MemberLevel.Member)]
    public async Task What_only_staff_can_open_is_said_so(MemberLevel level)
    {
        _talk.Speaker = _talk.Speaker with { Level = level };
        await _talk.Says("困难档案");

        _talk.Hears<AskStaffFirst>();
    }

    [Fact]
    public async Task Who_is_no_longer_a_member_is_not_asked_on_by_a_dialog_for_members()
    {
        _talk.State = new TalkState(new Bookmark("toys/card", "step", "{}"));
        await _talk.Says("嗯");

        _talk.Hears<BindFirst>();
        _talk.Hears<AskCode>();
    }

    [Fact]
    public async Task Leaving_another_dialog_keeps_what_waits_for_the_binding()
    {
        await _talk.Says("我的卡", "我的预约", "算了", "123456");

        _talk.Hears<Bound>();
        _talk.Hears<Card>();
    }

    [Fact]
    public async Task What_needs_the_binding_that_is_under_way_repeats_its_open_question()
    {
        await _talk.Says("绑定", "我的卡");
        Assert.Equal("我的卡", _talk.Hears<BindFirst>().Title);
        _talk.Hears<AskCode>();
        _talk.HearsNothingElse();
        Assert.Empty(_talk.State.Interrupted);

        await _talk.Says("123456");
        _talk.Hears<Bound>();
        _talk.Hears<Card>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task What_needs_a_binding_that_was_put_aside_takes_it_up_again()
    {
        await _talk.Says("绑定", "我的预约", "我的卡");

        _talk.Hears<BindFirst>();
        _talk.Hears<AskCode>();
        Assert.Equal("toys/booking", Assert.Single(_talk.State.Interrupted).Dialog);
    }

    [Fact]
    public async Task What_was_wanted_by_a_tap_goes_on_after_binding()
    {
        await _talk.Taps("card");
        _talk.Hears<BindFirst>();

        await _talk.Says("123456");
        _talk.Hears<Bound>();
        _talk.Hears<Card>();
    }

    [Theory]
    [InlineData("web", "我的卡")]
    [InlineData("wechat", "困难档案")]
    public async Task What_cannot_be_had_is_told_and_the_open_question_asked_again(string channel, string words)
    {
        _talk.Speaker = _talk.Speaker with { Channel = channel };
        await _talk.Says("预约", "王芳", words);

        if (channel == "web") _talk.Hears<OnlyInWeChat>();
        else _talk.Hears<AskStaffFirst>();
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        await _talk.Says("明天");
        _talk.Hears<AskSlot>();
    }

    [Fact]
    public async Task Who_cancels_a_binding_that_was_put_aside_no_longer_wants_what_needed_it()
    {
        await _talk.Says("我的卡", "菜单", "取消");
        _talk.Hears<Cancelled>();

        await _talk.Says("绑定", "123456");
        _talk.Hears<Bound>();
        _talk.HearsNothingElse();
    }
}

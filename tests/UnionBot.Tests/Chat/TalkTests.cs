using UnionBot.Chat.Dialogs;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat;

public sealed class TalkTests
{
    private readonly Talk _talk = ToyTalk.New();

    [Fact]
    public async Task A_dialog_is_opened_by_its_words_and_led_to_its_end()
    {
        await _talk.Says("预约");
        _talk.Hears<AskName>();
        await _talk.Says("王芳");
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        await _talk.Says("明天");
        _talk.Hears<AskSlot>();
        await _talk.Says("第二个");

        Assert.Equal(new Booked("王芳", "明天", "下午"), _talk.Hears<Booked>());
        _talk.HearsNothingElse();
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData("我想预约")]
    [InlineData("请帮我预约一下吧！")]
    [InlineData("预约。")]
    [InlineData("预 约")]
    public async Task Courtesy_around_an_opening_word_does_not_matter(string words)
    {
        await _talk.Says(words);

        if (words == "预 约") _talk.Hears<NotUnderstood>();
        else _talk.Hears<AskName>();
    }

    [Fact]
    public async Task A_step_that_does_not_understand_asks_again()
    {
        await _talk.Says("预约", "王芳", "哪天都行");

        _talk.Hears<NoSuchDay>();
        _talk.Hears<AskDay>();
        Assert.Equal(1, _talk.State.Waiting!.Misses);
    }

    [Fact]
    public async Task After_three_misses_in_a_step_a_person_takes_over_and_the_dialog_can_be_taken_up_again()
    {
        await _talk.Says("预约", "王芳", "嗯？", "啥");
        _talk.Hears<NoSuchDay>();
        _talk.Hears<AskDay>();
        _talk.Hears<AskForAPerson>();

        await _talk.Says("听不懂");
        _talk.Hears<HandedOverAfterMisses>();
        _talk.HearsNothingElse();
        Assert.Equal([new Effect.HandOver("handover/misunderstood") { Joins = true }], _talk.Effects);
        Assert.True(_talk.IsOver);

        await _talk.Says("继续");
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task After_three_misses_outside_of_a_dialog_a_person_takes_over()
    {
        await _talk.Says("天气不错");
        _talk.Hears<NotUnderstood>();
        await _talk.Says("哈哈");
        _talk.Hears<NotUnderstoodTwice>();
        await _talk.Says("呵呵");

        _talk.Hears<HandedOverAfterMisses>();
        Assert.Equal([new Effect.HandOver("handover/misunderstood") { Joins = true }], _talk.Effects);
        await _talk.Says("哼哼");
        _talk.Hears<NotUnderstood>();
    }

    [Fact]
    public async Task Another_dialog_interrupts_and_the_open_question_is_asked_again_afterwards()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member };
        await _talk.Says("预约", "王芳", "我的卡");

        _talk.Hears<Card>();
        Assert.Equal("预约", _talk.Hears<BackTo>().Title);
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        await _talk.Says("明天", "1");
        Assert.Equal("上午", _talk.Hears<Booked>().Slot);
    }

    [Fact]
    public async Task A_step_that_takes_free_words_lets_another_dialog_interrupt()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member };
        await _talk.Says("预约", "我的卡");

        _talk.Hears<Card>();
        _talk.Hears<BackTo>();
        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task Interrupted_dialogs_are_offered_one_at_a_time_the_latest_first()
    {
        await _talk.Says("预约", "王芳", "我的预约", "绑定", "123456");

        _talk.Hears<Bound>();
        Assert.Equal("我的预约", _talk.Hears<BackTo>().Title);
        _talk.Hears<AskChange>();
        _talk.HearsNothingElse();

        await _talk.Says("改时间");
        _talk.Hears<Changed>();
        Assert.Equal("预约", _talk.Hears<BackTo>().Title);
        _talk.Hears<AskDay>();
    }

    [Theory]
    [InlineData("预约")]
    [InlineData("我要预约一下")]
    public async Task The_word_of_the_waiting_dialog_repeats_its_question_and_loses_nothing(string words)
    {
        await _talk.Says("预约", "王芳", words);
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        _talk.HearsNothingElse();

        await _talk.Says("返回");
        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task The_word_of_the_waiting_dialog_is_no_answer_to_a_step_that_takes_free_words()
    {
        await _talk.Says("预约", "预约");

        _talk.Hears<AskName>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task A_tap_on_the_entry_of_the_waiting_dialog_repeats_its_question()
    {
        await _talk.Says("预约", "王芳");
        await _talk.Taps("book");

        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task A_dialog_that_was_put_aside_goes_on_where_it_stood_when_it_is_named_again()
    {
        await _talk.Says("预约", "王芳", "菜单", "1");
        Assert.Equal("预约", _talk.Hears<BackTo>().Title);
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);

        await _talk.Says("我的预约", "预约");
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        Assert.Equal("toys/booking", Assert.Single(_talk.State.Interrupted).Dialog);
    }

    [Fact]
    public async Task A_push_that_opens_the_waiting_dialog_with_an_argument_begins_it_with_that()
    {
        await _talk.Says("我的预约");
        await _talk.Taps("toys/booking:room-3");

        Assert.Equal("room-3", _talk.Hears<Changed>().What);
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task While_staff_own_the_talk_the_bot_is_silent_and_keeps_the_question()
    {
        await _talk.Says("预约");
        _talk.StaffOwns = true;
        await _talk.Says("王芳");

        _talk.HearsNothingElse();
        Assert.Empty(_talk.Effects);
        Assert.Equal("name", _talk.State.Waiting!.Step);
    }

    [Theory]
    [InlineData(InputKind.MenuTap, "card")]
    [InlineData(InputKind.MenuTap, "toys/card")]
    [InlineData(InputKind.Scanned, "toys/card:kiosk-7")]
    public async Task A_tap_or_a_scan_opens_the_dialog_it_names(InputKind kind, string key)
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member };
        await _talk.Sends(kind, key);

        _talk.Hears<Card>();
    }

    [Fact]
    public async Task An_unknown_key_and_a_new_follower_get_the_menu()
    {
        await _talk.Taps("gone");
        _talk.Hears<Menu>();

        await _talk.Sends(InputKind.Followed, "scene");
        Assert.Equal(["预约", "我的卡"], _talk.Hears<Menu>().Choices);
    }

    [Fact]
    public async Task A_photo_out_of_the_blue_is_acknowledged_and_is_no_miss()
    {
        await _talk.Sends(InputKind.Photo);

        Assert.Equal(InputKind.Photo, _talk.Hears<MediaReceived>().Kind);
        Assert.Equal(0, _talk.State.Misses);
    }

    [Fact]
    public async Task A_step_that_a_later_version_no_longer_has_begins_the_dialog_anew()
    {
        _talk.State = new TalkState(new Bookmark("toys/book", "gone", "{}"));
        await _talk.Says("王芳");

        _talk.Hears<FromTheBeginning>();
        _talk.Hears<AskName>();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"Name\":7}")]
    [InlineData("not json")]
    public async Task A_draft_that_can_no_longer_be_read_begins_the_dialog_anew(string draft)
    {
        _talk.State = new TalkState(new Bookmark("toys/book", "day", draft));
        await _talk.Says("明天");

        _talk.Hears<FromTheBeginning>();
        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task A_dialog_that_a_later_version_no_longer_has_is_forgotten()
    {
        _talk.State = new TalkState(new Bookmark("toys/gone", "name", "{}"));
        await _talk.Says("菜单");

        Assert.Null(_talk.Hears<Menu>().Left);
        await _talk.Says("继续");
        _talk.Hears<NothingToContinue>();
    }
}

using UnionBot.Chat.Dialogs;
using UnionBot.Tests.Chat.Toys;

namespace UnionBot.Tests.Chat;

/// <summary>To which question a bare number belongs.</summary>
public sealed class NumberKeyTests
{
    private static readonly PushChoice Coming = new("能来", "toys/booking:yes");
    private static readonly PushChoice Moving = new("改时间", "toys/booking:move");
    private static readonly PushChoice Cancelling = new("取消", "toys/booking:cancel", Destructive: true);

    private readonly Talk _talk = ToyTalk.New();

    [Fact]
    public async Task A_push_with_nothing_open_is_answered_by_number()
    {
        Assert.Equal(["能来", "改时间"], _talk.IsPushed<OfferedByNumber>(Coming, Moving).Choices);
        await _talk.Says("2");

        Assert.Equal("toys/booking:move", _talk.Hears<Changed>().Key);
        Assert.Null(_talk.State.Pushed);
    }

    [Theory]
    [InlineData("好的", "yes")]
    [InlineData("不要", "move")]
    public async Task A_push_is_answered_by_a_bare_yes_or_no_right_behind_it(string words, string what)
    {
        _talk.IsPushed<OfferedByNumber>(Coming with { Says = true }, Moving with { Says = false });
        await _talk.Says(words);

        Assert.Equal(what, _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task A_yes_to_something_said_since_is_none_to_the_push()
    {
        _talk.IsPushed<OfferedByNumber>(Coming with { Says = true }, Moving);
        await _talk.Says("你好", "好的");

        Assert.DoesNotContain(nameof(Changed), _talk.HeardKinds);
    }

    [Fact]
    public void The_same_push_once_more_has_its_numbers_again()
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);

        _talk.IsPushed<OfferedInWords>(Cancelling, Moving);
    }

    [Theory]
    [InlineData("改时间")]
    [InlineData("改时间吧")]
    [InlineData("改")]
    public async Task A_push_is_answered_by_name(string words)
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);
        await _talk.Says(words);

        Assert.Equal("move", _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task A_push_never_takes_the_numbers_from_an_open_question()
    {
        await _talk.Says("预约", "王芳", "明天");
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("2");

        Assert.Equal("下午", _talk.Hears<Booked>().Slot);
    }

    [Fact]
    public async Task A_push_in_words_interrupts_by_its_words()
    {
        await _talk.Says("预约", "王芳", "明天");
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("能来");

        Assert.Equal("yes", _talk.Hears<Changed>().What);
        _talk.Hears<BackTo>();
        _talk.Hears<AskSlot>();
    }

    [Fact]
    public async Task A_push_never_takes_the_numbers_from_the_menu()
    {
        await _talk.Says("菜单");
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("1");

        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task A_menu_of_long_ago_gives_its_numbers_to_the_push_shown_last()
    {
        await _talk.Says("菜单");
        _talk.Waits(TimeSpan.FromHours(1));
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);
        await _talk.Says("1");

        Assert.Equal("yes", _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task A_second_push_leaves_the_numbers_to_the_first()
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);

        _talk.IsPushed<OfferedInWords>(new PushChoice("要", "toys/book"));
        await _talk.Says("要");
        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task A_question_asked_after_a_push_takes_the_numbers()
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);
        await _talk.Says("预约", "王芳", "明天", "1");

        Assert.Equal("上午", _talk.Hears<Booked>().Slot);
    }

    [Fact]
    public async Task After_a_silence_in_which_a_push_came_both_are_named()
    {
        await _talk.Says("预约", "王芳", "明天");
        _talk.Waits(TimeSpan.FromHours(3));
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("1");

        Assert.Equal(new WhichAnswered("预约", "上午", "能来"), _talk.Hears<WhichAnswered>());
        await _talk.Says("1");
        Assert.Equal("上午", _talk.Hears<Booked>().Slot);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("能来")]
    public async Task Of_two_that_were_named_the_push_can_be_chosen(string words)
    {
        await _talk.Says("预约", "王芳", "明天");
        _talk.Waits(TimeSpan.FromHours(3));
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("1", words);

        Assert.Equal("yes", _talk.Hears<Changed>().What);
        _talk.Hears<BackTo>();
        _talk.Hears<AskSlot>();
    }

    [Theory]
    [InlineData("3")]
    [InlineData("都不是")]
    [InlineData("不是")]
    public async Task Of_two_that_were_named_neither_can_be_meant(string words)
    {
        await _talk.Says("预约", "王芳", "明天");
        _talk.Waits(TimeSpan.FromHours(3));
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("1", words);

        _talk.Hears<LeftAsItIs>();
        _talk.Hears<AskSlot>();
    }

    [Fact]
    public async Task A_name_that_both_offer_is_asked_about()
    {
        await _talk.Says("我的预约");
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("改时间");

        Assert.Equal(new WhichAnswered("我的预约", "改时间", "改时间"), _talk.Hears<WhichAnswered>());
        await _talk.Says("1");
        Assert.Equal("time", _talk.Hears<Changed>().What);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("取消")]
    public async Task A_choice_that_cancels_is_named_and_asked_first(string words)
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving, Cancelling);
        await _talk.Says(words);
        Assert.Equal("取消", _talk.Hears<ConfirmChoice>().Choice);
        _talk.HearsNothingElse();

        await _talk.Says("是");
        Assert.Equal("cancel", _talk.Hears<Changed>().What);
    }

    [Theory]
    [InlineData("2")]
    [InlineData("不是")]
    [InlineData("不要")]
    public async Task A_choice_that_cancels_is_not_done_when_it_was_not_meant(string words)
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving, Cancelling);
        await _talk.Says("3", words);

        _talk.Hears<LeftAsItIs>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task A_destructive_entry_of_a_dialog_is_asked_before_the_dialog_hears_of_it()
    {
        await _talk.Says("我的预约", "2");
        Assert.Equal("取消", _talk.Hears<ConfirmChoice>().Choice);

        await _talk.Says("1");
        Assert.Equal("cancel", _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task The_word_cancel_that_is_also_an_entry_names_both_meanings()
    {
        await _talk.Says("我的预约", "取消");
        Assert.Equal(new WhichCancelled("取消", "我的预约"), _talk.Hears<WhichCancelled>());

        await _talk.Says("2");
        _talk.Hears<Cancelled>();
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task The_entry_cancel_is_done_when_it_was_meant()
    {
        await _talk.Says("我的预约", "取消", "1");

        Assert.Equal("cancel", _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task A_number_for_a_push_that_showed_none_is_asked_about()
    {
        await _talk.Says("预约");
        _talk.IsPushed<OfferedInWords>(Coming, Moving);
        await _talk.Says("算了", "1");
        Assert.Equal("能来", _talk.Hears<ConfirmChoice>().Choice);

        await _talk.Says("对");
        Assert.Equal("yes", _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task A_number_with_no_list_is_a_miss()
    {
        await _talk.Says("7");

        _talk.Hears<NotUnderstood>();
    }

    [Fact]
    public async Task A_push_after_a_long_silence_is_answered_as_any_other()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromDays(40));
        _talk.State = _talk.State with { Waiting = null };
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);
        await _talk.Says("2");

        Assert.Equal("move", _talk.Hears<Changed>().What);
    }

    [Fact]
    public async Task A_push_of_long_ago_no_longer_takes_a_number()
    {
        _talk.IsPushed<OfferedByNumber>(Coming, Moving);
        _talk.Waits(TimeSpan.FromDays(31));
        await _talk.Says("2");

        _talk.Hears<NotUnderstood>();
    }

    [Fact]
    public async Task The_menu_keeps_its_numbers_over_a_message_that_was_not_understood()
    {
        await _talk.Says("菜单", "天气不错", "1");

        _talk.Hears<AskName>();
    }
}

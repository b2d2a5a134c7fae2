using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;
using UnionBot.Services.Membership.MyData;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.Membership;

public sealed class MyDataTests
{
    private readonly MyDataFake _data = new();
    private readonly FreshCodesFake _codes = new();
    private readonly DeletionFake _deletion = new();
    private readonly Talk _talk;

    public MyDataTests()
    {
        _talk = new Talk(
            new SeeMyData(_data), new ExportMyData(_data, _codes), new DeleteMyData(_deletion, _codes), new KeepMyData(_deletion),
            new UnbindMember(BindingWords.Load(new DataFolder(Tree.Templates))));
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.PhoneConfirmed };
    }

    [Theory]
    [InlineData("解绑")]
    [InlineData("怎么解绑")]
    [InlineData("我要解除绑定")]
    public async Task Unbinding_is_no_deletion_and_which_is_wanted_is_asked(string words)
    {
        await _talk.Says(words);

        Assert.Equal(3, _talk.Hears<WhichUnbinding>().Choices.Count);
        Assert.Empty(_talk.Effects);

        await _talk.Says("1");
        _talk.Hears<UnbindingIsAskedFor>();
        Assert.Equal([new Effect.HandOver("membership/unbind")], _talk.Effects);

        await _talk.Says(words, "2");
        _talk.Hears<ExplainDeletion>();
    }

    [Theory]
    [InlineData("算了不删了")]
    [InlineData("算了，还是不删了吧")]
    [InlineData("先不删了")]
    public async Task A_change_of_mind_calls_the_deletion_off(string words)
    {
        await _talk.Says("删除我的资料", words);

        _talk.Hears<NothingDeleted>();
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task Whoever_asks_sees_in_short_what_is_kept()
    {
        await _talk.Says("看我的资料");

        Assert.Equal(MyDataFake.Summary, _talk.Hears<ShowMyData>());
        Assert.Contains("138****0001", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_asked_for_in_one_turn_that_gives_the_link_and_sends_the_code_for_its_page()
    {
        await _talk.Says("导出我的资料");

        var ready = _talk.Hears<MyDataIsReady>();
        Assert.StartsWith("https://bot.test/my-data/", ready.Link, StringComparison.Ordinal);
        Assert.Contains("138****0001", _talk.Text, StringComparison.Ordinal);
        Assert.Equal([CodePurpose.Export], _codes.Sent);
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData(CodeSending.TooSoon, typeof(MyDataInAMinute))]
    [InlineData(CodeSending.AnotherJustSent, typeof(MyDataInAMinute))]
    [InlineData(CodeSending.TooMany, typeof(CodesUsedUp))]
    public async Task Without_a_code_there_is_no_link(CodeSending sending, Type reply)
    {
        _codes.Sends = sending;

        await _talk.Says("导出我的资料");

        Assert.Equal([reply.Name], _talk.HeardKinds);
        Assert.Equal(0, _data.LinksOpened);
    }

    [Fact]
    public async Task Without_a_number_to_send_to_there_is_no_link()
    {
        _codes.HasPhone = false;

        await _talk.Says("导出我的资料");

        _talk.Hears<NoPhoneForCode>();
        Assert.Equal(0, _data.LinksOpened);
    }

    [Fact]
    public async Task A_talk_that_an_older_version_left_at_the_code_begins_anew()
    {
        _talk.State = _talk.State with { Waiting = new Bookmark("membership/export", "code", """{"MaskedPhone":"138****0001"}""") };

        await _talk.Says(FreshCodesFake.Code);

        _talk.Hears<FromTheBeginning>();
        _talk.Hears<MyDataIsReady>();
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task Without_a_confirmed_phone_no_copy_is_offered_before_it_is_confirmed()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Follower };

        await _talk.Says("导出我的资料");

        _talk.Hears<AskStaffFirst>();
        Assert.Empty(_codes.Sent);
    }

    [Fact]
    public async Task Deleting_says_what_goes_and_what_stays_then_needs_the_word_and_a_code()
    {
        await _talk.Says("删除我的资料");
        var word = _talk.Hears<ExplainDeletion>().Word;
        Assert.Contains("3 年", _talk.Text, StringComparison.Ordinal);
        Assert.Contains($"请回复 {word}", _talk.Text, StringComparison.Ordinal);

        await _talk.Says(word);
        _talk.Hears<AskCode>();
        Assert.False(_deletion.IsPending);

        await _talk.Says(FreshCodesFake.Code);
        Assert.Equal(DeletionFake.Day, _talk.Hears<DeletionIsPending>().GoesOn);
        Assert.True(_deletion.IsPending);
    }

    [Theory]
    [InlineData("是")]
    [InlineData("好的")]
    [InlineData("1")]
    [InlineData("删吧")]
    public async Task Nothing_but_the_explicit_word_deletes(string text)
    {
        _codes.HasPhone = false;

        await _talk.Says("删除我的资料", text);

        Assert.False(_deletion.IsPending);
    }

    [Fact]
    public async Task Who_has_no_phone_deletes_by_the_explicit_word_alone()
    {
        _codes.HasPhone = false;

        await _talk.Says("删除我的资料", "确认删除");

        _talk.Hears<DeletionIsPending>();
        Assert.True(_deletion.IsPending);
    }

    [Fact]
    public async Task A_no_leaves_everything_as_it_is()
    {
        await _talk.Says("删除我的资料", "不");

        _talk.Hears<NothingDeleted>();
        Assert.False(_deletion.IsPending);
    }

    [Fact]
    public async Task A_deletion_can_be_taken_back()
    {
        _codes.HasPhone = false;
        await _talk.Says("删除我的资料", "确认删除", "撤回删除");

        _talk.Hears<DeletionWithdrawn>();
        Assert.False(_deletion.IsPending);

        await _talk.Says("撤回删除");
        _talk.Hears<NoDeletionToWithdraw>();
    }

    [Fact]
    public async Task Who_asks_twice_hears_the_day_again()
    {
        _codes.HasPhone = false;

        await _talk.Says("删除我的资料", "确认删除", "删除我的资料");

        Assert.Equal(DeletionFake.Day, _talk.Hears<DeletionIsPending>().GoesOn);
    }

    [Fact]
    public async Task To_say_the_wish_again_asks_for_the_code_once_more_and_sends_no_second()
    {
        await _talk.Says("删除我的资料", "确认删除", "删除我的资料");
        _talk.Hears<AskCode>();
        _talk.HearsNothingElse();

        Assert.Equal([CodePurpose.Delete], _codes.Sent);
    }

    [Fact]
    public async Task Another_question_while_a_code_is_awaited_is_answered_and_the_code_asked_for_again()
    {
        await _talk.Says("删除我的资料", "确认删除", "看我的资料");

        _talk.Hears<ShowMyData>();
        _talk.Hears<BackTo>();
        _talk.Hears<AskCode>();
        Assert.Single(_codes.Sent);
    }

    [Theory]
    [InlineData("不删了")]
    [InlineData("别删了")]
    public async Task Who_thinks_better_of_it_before_the_end_hears_that_nothing_is_deleted(string words)
    {
        await _talk.Says("删除我的资料", words);
        _talk.Hears<NothingDeleted>();
        _talk.HearsNothingElse();

        await _talk.Says("删除我的资料", "确认删除", words);
        _talk.Hears<NothingDeleted>();
        _talk.HearsNothingElse();
        Assert.False(_deletion.IsPending);
    }

    [Fact]
    public async Task A_deletion_right_after_another_code_is_confirmed_a_minute_later()
    {
        _codes.Sends = CodeSending.AnotherJustSent;
        await _talk.Says("删除我的资料", "确认删除");
        Assert.Equal("138****0001", _talk.Hears<DeletionInAMinute>().MaskedPhone);
        _talk.HearsNothingElse();

        _codes.Sends = CodeSending.OnItsWay;
        await _talk.Says("确认删除");
        _talk.Hears<AskCode>();

        await _talk.Says(FreshCodesFake.Code);
        _talk.Hears<DeletionIsPending>();
    }
}

using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Duty;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Services.Duty;

namespace UnionBot.Tests.Services.Membership;

public sealed class BindMemberTests
{
    private static readonly Vocabulary Words = Vocabulary.Load(Tree.Templates, ["membership", "duty"]);

    private readonly BindingFake _binding = new();
    private readonly Talk _talk;

    public BindMemberTests() => _talk = new Talk(
        Words,
        new ConversationOptions { BindingDialog = "membership/bind" },
        new BindMember(_binding, new SureNames(Surnames.Load(Tree.Templates)), BindingWords.Load(new DataFolder(Tree.Templates))),
        new MyMembership(),
        new BindStaff(new DutyDeskFake(), Words));

    [Fact]
    public async Task Name_phone_and_code_bind_a_member()
    {
        await _talk.Says("绑定", "王芳", "13800000001", BindingFake.Code);

        Assert.Equal("王*", _talk.Hears<Bound>().MaskedName);
        Assert.Equal(["13800000001"], _binding.SentTo);
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData("我叫王芳，手机13800000001")]
    [InlineData("138 0000 0001 王芳")]
    [InlineData("姓名：王芳 电话：１３８０００００００１")]
    public async Task Name_and_phone_may_come_in_one_message(string who)
    {
        await _talk.Says("绑定", who);

        Assert.Equal("138****0001", _talk.Hears<AskCode>().MaskedPhone);
        Assert.Equal(["13800000001"], _binding.SentTo);
    }

    [Fact]
    public async Task The_phone_may_come_first()
    {
        await _talk.Says("绑定", "13800000001");
        _talk.Hears<CodeIsOnItsWay>();
        _talk.Hears<AskName>();

        await _talk.Says("我叫王芳", "验证码是246810");
        _talk.Hears<Bound>();
    }

    [Fact]
    public async Task The_phone_is_never_kept_in_the_talk()
    {
        await _talk.Says("绑定", "13800000001", "王芳");

        Assert.DoesNotContain("13800000001", TalkJson.Write(_talk.State), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_that_was_wanted_goes_on_after_binding()
    {
        await _talk.Says("我的会籍", "王芳", "13800000001", BindingFake.Code);

        _talk.Hears<Bound>();
        _talk.Hears<ShowMembership>();
    }

    [Theory]
    [InlineData("李强", false, CaseKinds.Check)]
    [InlineData("王芳", true, CaseKinds.SecondClaim)]
    public async Task Who_is_not_found_and_who_comes_second_hear_the_same_words(string name, bool isTaken, string caseKind)
    {
        _binding.IsTaken = isTaken;

        await _talk.Says("绑定", name, "13800000001", BindingFake.Code);

        _talk.Hears<PhoneConfirmedRosterIsChecked>();
        Assert.Equal(caseKind, Assert.IsType<Effect.HandOver>(Assert.Single(_talk.Effects)).Kind);
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task A_wrong_code_may_be_tried_again_and_the_tries_are_told()
    {
        await _talk.Says("绑定", "王芳", "13800000001", "111111");
        Assert.Equal(4, _talk.Hears<WrongCode>().TriesLeft);
        _talk.Hears<AskCode>();

        await _talk.Says("222222", "333333", "444444");
        Assert.Equal(1, _talk.Hears<WrongCode>().TriesLeft);

        await _talk.Says("555555");
        _talk.Hears<CodeGone>();
    }

    [Theory]
    [InlineData("重发")]
    [InlineData("没收到啊")]
    public async Task Another_code_can_be_asked_for(string text)
    {
        await _talk.Says("绑定", "王芳", "13800000001", text);

        _talk.Hears<AskCode>();
        Assert.Equal(2, _binding.SentTo.Count);
    }

    [Fact]
    public async Task Within_a_minute_no_second_code_is_sent_and_that_is_said()
    {
        await _talk.Says("绑定", "王芳", "13800000001");
        _binding.Sends = CodeSending.TooSoon;

        await _talk.Says("重发");

        _talk.Hears<CodeJustSent>();
        _talk.Hears<AskCode>();
    }

    [Theory]
    [InlineData("我的会籍")]
    [InlineData("我想查会籍")]
    public async Task What_needs_the_binding_while_its_code_is_awaited_asks_for_it_once_more(string wish)
    {
        await _talk.Says("绑定", "王芳", "13800000001", wish);
        Assert.Equal("我的会籍", _talk.Hears<BindFirst>().Title);
        Assert.Equal("138****0001", _talk.Hears<AskCode>().MaskedPhone);
        _talk.HearsNothingElse();

        await _talk.Says(BindingFake.Code);
        _talk.Hears<Bound>();
        _talk.Hears<ShowMembership>();
        Assert.Single(_binding.SentTo);
    }

    [Theory]
    [InlineData("绑定")]
    [InlineData("会员认证")]
    [InlineData("好的，谢谢")]
    public async Task Its_own_word_or_thanks_while_the_code_is_awaited_ask_for_it_once_more(string words)
    {
        await _talk.Says("绑定", "王芳", "13800000001", words);
        _talk.Hears<AskCode>();
        _talk.HearsNothingElse();

        await _talk.Says(BindingFake.Code);
        _talk.Hears<Bound>();
        Assert.Single(_binding.SentTo);
    }

    [Fact]
    public async Task A_number_behind_the_words_of_another_dialog_is_no_code()
    {
        await _talk.Says("绑定", "王芳", "13800000001", "绑定工作人员 123456");
        _talk.Hears<StaffBound>();
        _talk.Hears<BackTo>();
        _talk.Hears<AskCode>();

        await _talk.Says("111111");
        Assert.Equal(4, _talk.Hears<WrongCode>().TriesLeft);
    }

    [Theory]
    [InlineData("重发", 2)]
    [InlineData("再发一次吧", 2)]
    [InlineData(BindingFake.Code, 1)]
    public async Task The_code_may_be_spoken_of_before_the_name_is_given(string words, int sent)
    {
        await _talk.Says("绑定", "13800000001", words);
        _talk.Hears<CodeIsOnItsWay>();
        _talk.Hears<AskName>();
        Assert.Equal(sent, _binding.SentTo.Count);

        await _talk.Says("王芳", BindingFake.Code);
        _talk.Hears<Bound>();
    }

    [Fact]
    public async Task A_name_that_sounds_like_a_wish_for_another_code_is_taken()
    {
        await _talk.Says("绑定", "13800000001", "李再发");

        _talk.Hears<AskCode>();
        Assert.Single(_binding.SentTo);
    }

    [Theory]
    [InlineData("不绑定了")]
    [InlineData("先不绑")]
    [InlineData("算了")]
    [InlineData("改天再说")]
    public async Task Who_does_not_want_to_be_bound_is_let_go_kindly(string words)
    {
        await _talk.Says("绑定", words);

        _talk.Hears<Cancelled>();
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task Where_only_the_phone_is_asked_for_it_is_said_what_the_answer_agrees_to()
    {
        _talk.Speaker = _talk.Speaker with { Channel = "web" };

        await _talk.Says("绑定");

        _talk.Hears<AskPhone>();
        Assert.Contains("您接着回复，就是同意", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_number_corrects_the_first()
    {
        await _talk.Says("绑定", "王芳", "13800000002", "写错了，是13800000001");

        Assert.Equal("138****0001", _talk.Hears<AskCode>().MaskedPhone);
    }

    [Fact]
    public async Task When_no_more_codes_are_sent_there_is_still_a_way_on()
    {
        _binding.Sends = CodeSending.TooMany;

        await _talk.Says("绑定", "王芳", "13800000001");

        _talk.Hears<CodesUsedUp>();
        Assert.Contains("12351", _talk.Text, StringComparison.Ordinal);
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData("ABCD2345")]
    [InlineData("abcd-2345")]
    [InlineData("绑定码：abcd 2345")]
    public async Task A_bind_code_of_the_union_binds_directly(string code)
    {
        await _talk.Says("绑定", code);

        _talk.Hears<Bound>();
        Assert.Empty(_binding.SentTo);
    }

    [Fact]
    public async Task A_wrong_bind_code_is_told_kindly()
    {
        await _talk.Says("绑定", "ABCD2346");

        _talk.Hears<WrongBindCode>();
        _talk.Hears<AskName>();
    }

    [Fact]
    public async Task An_identity_number_is_declined_and_not_repeated()
    {
        await _talk.Says("绑定", "王芳", "11010519491231002X");

        _talk.Hears<NoSuchNumberNeeded>();
        _talk.Hears<AskPhone>();
        Assert.DoesNotContain("1101", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_bound_is_not_asked_again()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member, Card = BindingFake.Card };

        await _talk.Says("绑定");

        _talk.Hears<AlreadyBound>();
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task On_the_web_only_the_phone_is_confirmed()
    {
        _talk.Speaker = _talk.Speaker with { Channel = "web" };

        await _talk.Says("绑定", "13800000001", BindingFake.Code);

        _talk.Hears<PhoneConfirmed>();
    }
}

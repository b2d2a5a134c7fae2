using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge;
using UnionBot.Services.Membership.Binding;
using UnionBot.Services.Membership.Codes;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Chat.Understanding.Meanings;
using UnionBot.Tests.Services.Knowledge;

namespace UnionBot.Tests.Services.Membership;

/// <summary>What people say while they bind that is no name, and a name put right.</summary>
public sealed class BindRemarkTests
{
    private static readonly BindingWords Remarks = BindingWords.Load(new DataFolder(Tree.Templates));

    /// <summary>Of which one at least may mean two things; which it is depends on what is learnt.</summary>
    private static readonly string[] MayMeanEither = ["查工资", "看工资", "工资和休假合法吗", "公司这样对我合法吗", "单位这么做违法不", "老板说辞就辞，有补偿没"];

    private readonly BindingFake _binding = new();
    private readonly Talk _talk;

    public BindRemarkTests() => _talk = new Talk(
        Vocabulary.Load(Tree.Templates, ["membership", "knowledge"]),
        new ConversationOptions { BindingDialog = "membership/bind", QuestionDialog = AnswerQuestion.DialogName },
        new BindMember(_binding, new SureNames(Surnames.Load(Tree.Templates)), Remarks),
        new CorrectName(_binding, Remarks),
        new AnswerQuestion(Understood.Current, new UnansweredWordsFake(), OfferWords.Load(new DataFolder(Tree.Templates))))
    {
        Understanding = Understood.Current,
    };

    [Theory]
    [InlineData("我不会弄")]
    [InlineData("怎么弄啊")]
    [InlineData("咋填")]
    [InlineData("看不懂")]
    [InlineData("帮我弄一下")]
    public async Task Who_is_lost_is_helped_and_asked_again(string text)
    {
        await _talk.Says("绑定", text);

        _talk.Hears<HelpWithBinding>();
        _talk.Hears<AskName>();
    }

    [Theory]
    [InlineData("不想说")]
    [InlineData("不想告诉你")]
    [InlineData("不方便说")]
    [InlineData("先不说名字行不")]
    [InlineData("不")]
    public async Task Who_would_rather_not_is_told_that_it_need_not_be(string text)
    {
        await _talk.Says("绑定", text);
        _talk.Hears<NeedNotBeBound>();
        _talk.Hears<AskName>();

        await _talk.Says("王芳", text);
        _talk.Hears<NeedNotBeBound>();
        Assert.Equal("王芳", _talk.Hears<AskPhone>().Name);
    }

    [Fact]
    public async Task Who_has_no_phone_is_told_of_the_code_and_asked_again()
    {
        await _talk.Says("绑定", "我没有手机");

        _talk.Hears<BindWithoutPhone>();
        _talk.Hears<AskName>();
    }

    [Theory]
    [InlineData("我不想绑了")]
    [InlineData("算了不绑了")]
    public async Task Who_will_not_be_bound_is_let_go(string text)
    {
        await _talk.Says("绑定", "王芳", text);

        _talk.Hears<LeftUnbound>();
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData("绑定 ABCD2345")]
    [InlineData("绑定abcd2345")]
    [InlineData("绑定码 ABCD2345")]
    public async Task Binding_and_its_code_may_come_in_one_message(string text)
    {
        await _talk.Says(text);
        _talk.Hears<UnderstoodAs>();
        Assert.Equal("王*", _talk.Hears<Bound>().MaskedName);
    }

    [Fact]
    public async Task Binding_and_its_code_are_heard_while_the_name_is_asked_for_too()
    {
        await _talk.Says("绑定", "绑定 ABCD2345");
        Assert.Equal("王*", _talk.Hears<Bound>().MaskedName);
    }

    [Theory]
    [InlineData("看看工资")]
    [InlineData("看看工资条")]
    public async Task A_look_at_something_is_no_name(string text)
    {
        await _talk.Says("绑定", text);

        Assert.DoesNotContain(nameof(IsThatYourName), _talk.HeardKinds);
        Assert.DoesNotContain(nameof(AskPhone), _talk.HeardKinds);
    }

    [Theory]
    [InlineData("高温补贴")]
    [InlineData("疗休养咋报名")]
    [InlineData("国庆加班给几倍工资")]
    public async Task Another_matter_is_served_and_the_binding_offered_again(string text)
    {
        await _talk.Says("绑定", text);

        Assert.DoesNotContain(nameof(AskPhone), _talk.HeardKinds);
        Assert.DoesNotContain(nameof(IsThatYourName), _talk.HeardKinds);
        Assert.Equal([nameof(BackTo), nameof(AskName)], _talk.HeardKinds.TakeLast(2));
    }

    [Fact]
    public async Task A_wish_that_begins_like_a_name_is_none()
    {
        await _talk.Says("绑定", "查工资");

        Assert.DoesNotContain(nameof(AskPhone), _talk.HeardKinds);
        Assert.DoesNotContain(nameof(IsThatYourName), _talk.HeardKinds);
    }

    [Fact]
    public async Task A_list_of_guesses_keeps_its_numbers_and_the_binding_is_offered_once_it_is_answered()
    {
        foreach (var words in MayMeanEither)
        {
            await _talk.Says("绑定", words);
            if (_talk.HeardKinds.Contains(nameof(OfferGuesses))) break;
        }

        _talk.Hears<OfferGuesses>();
        _talk.HearsNothingElse();

        await _talk.Says("1");
        _talk.Hears<ShowAnswer>();
        _talk.Hears<BackTo>();
        _talk.Hears<AskName>();
    }

    [Theory]
    [InlineData("名字打错了，是王芳不是王方")]
    [InlineData("名字写错了应该是王芳")]
    [InlineData("我叫王芳，不是王方")]
    [InlineData("不是王方，是王芳")]
    [InlineData("打错了，王芳")]
    public async Task A_name_is_put_right_before_the_phone_and_before_the_code(string text)
    {
        await _talk.Says("绑定", "王方", text);
        Assert.Equal("王芳", _talk.Hears<AskPhone>().Name);

        await _talk.Says("13800000001", text, BindingFake.Code);
        _talk.Hears<Bound>();
    }

    [Fact]
    public async Task A_name_that_is_said_to_be_wrong_is_asked_for_anew()
    {
        await _talk.Says("绑定", "王方", "13800000001", "名字打错了");
        _talk.Hears<CodeIsOnItsWay>();
        _talk.Hears<AskName>();

        await _talk.Says("王芳", BindingFake.Code);
        _talk.Hears<Bound>();
    }

    [Theory]
    [InlineData("名字打错了，是王芳不是王方")]
    [InlineData("我名字写错了，应该是王芳")]
    [InlineData("姓名有误，正确的是王芳")]
    [InlineData("我叫王芳不是王方")]
    public async Task After_the_roster_did_not_fit_the_right_name_binds_without_another_code(string text)
    {
        await _talk.Says("绑定", "王方", "13800000001", BindingFake.Code);
        _talk.Hears<PhoneConfirmedRosterIsChecked>();
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.PhoneConfirmed };

        await _talk.Says(text);

        Assert.Equal("王*", _talk.Hears<Bound>().MaskedName);
        Assert.Single(_binding.SentTo);
    }

    [Fact]
    public async Task The_right_name_may_come_in_a_message_of_its_own()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.PhoneConfirmed };

        await _talk.Says("名字打错了");
        _talk.Hears<AskRightName>();

        await _talk.Says("王芳");
        _talk.Hears<Bound>();
    }

    [Fact]
    public async Task A_name_that_fits_no_row_either_goes_to_staff_and_too_many_are_not_looked_up()
    {
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.PhoneConfirmed };

        await _talk.Says("名字打错了，是王红不是王方");
        _talk.Hears<RightNameIsChecked>();
        Assert.Equal([new Effect.HandOver("membership/check")], _talk.Effects);

        _binding.Corrections = 3;
        await _talk.Says("名字打错了，是王芳不是王方");
        _talk.Hears<TooManyNames>();
        Assert.Equal([new Effect.HandOver("membership/check")], _talk.Effects);
    }

    [Fact]
    public async Task Without_a_confirmed_phone_the_right_name_begins_with_binding()
    {
        await _talk.Says("名字打错了，是王芳不是王方");

        _talk.Hears<BindWithRightName>();
    }

    [Fact]
    public async Task A_code_for_something_else_has_just_been_sent_to_the_phone()
    {
        _binding.Sends = CodeSending.AnotherJustSent;
        await _talk.Says("绑定", "王芳", "13800000001");
        Assert.Equal("138****0001", _talk.Hears<AnotherCodeJustSent>().MaskedPhone);
        _talk.Hears<AskPhone>();

        _binding.Sends = CodeSending.OnItsWay;
        await _talk.Says("13800000001");
        _talk.Hears<AskCode>();
    }
}

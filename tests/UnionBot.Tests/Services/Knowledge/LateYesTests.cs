using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge;
using UnionBot.Services.LegalAid.Talking;
using UnionBot.Services.Membership.Binding;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Chat.Understanding.Meanings;
using UnionBot.Tests.Services.LegalAid;
using UnionBot.Tests.Services.Membership;

namespace UnionBot.Tests.Services.Knowledge;

/// <summary>A yes that comes only after something else was said.</summary>
public sealed class LateYesTests
{
    private const string Legal = "国庆加班给几倍工资";

    private static readonly OfferWords Offers = OfferWords.Load(new DataFolder(Tree.Templates));

    private static readonly AnswerQuestion Answers = new(Understood.Current, new UnansweredWordsFake(), Offers);

    private readonly Talk _talk = new(
        Vocabulary.Load(Tree.Templates, ["knowledge", "legal-aid", "membership"]),
        new ConversationOptions { QuestionDialog = AnswerQuestion.DialogName },
        Answers,
        new AskForHelp(),
        new NoLawyerHere(),
        new BindMember(new BindingFake(), new SureNames(Surnames.Load(Tree.Templates)), BindingWords.Load(new DataFolder(Tree.Templates))))
    {
        Understanding = Understood.Current,
    };

    [Theory]
    [InlineData("要")]
    [InlineData("要的")]
    [InlineData("需要")]
    public async Task It_finds_what_was_offered_two_messages_before(string yes)
    {
        await _talk.Says(Legal, "今天天气不错", "谢谢", yes);

        _talk.Hears<LawyerIsAskedFor>();
        Assert.Single(_talk.Effects);
    }

    [Fact]
    public async Task Of_two_offers_the_bot_asks_which_is_meant()
    {
        await _talk.Says(Legal, "疗休养咋报名", "今天天气不错", "要");
        var which = _talk.Hears<WhichWish>();
        Assert.Equal([Offers.Lawyer, Offers.Help], which.Titles);

        await _talk.Says("1");
        _talk.Hears<LawyerIsAskedFor>();
    }

    [Fact]
    public async Task The_same_offer_made_twice_is_one()
    {
        await _talk.Says(Legal, "试用期能不签合同吗", "今天天气不错", "要");

        _talk.Hears<LawyerIsAskedFor>();
    }

    [Fact]
    public async Task While_another_question_is_open_the_bot_asks_whether_it_is_meant()
    {
        await _talk.Says(Legal, "绑定", "要");
        Assert.Equal(Offers.Lawyer, _talk.Hears<ConfirmChoice>().Choice);

        await _talk.Says("1");
        _talk.Hears<LawyerIsAskedFor>();
        _talk.Hears<BackTo>();
    }

    [Fact]
    public async Task What_was_refused_or_taken_is_not_offered_again()
    {
        await _talk.Says(Legal, "不要", "要");
        Assert.DoesNotContain(nameof(LawyerIsAskedFor), _talk.HeardKinds);

        await _talk.Says(Legal, "约律师", "要");
        Assert.DoesNotContain(nameof(LawyerIsAskedFor), _talk.HeardKinds);
    }

    [Fact]
    public async Task After_half_an_hour_a_yes_belongs_to_nothing()
    {
        await _talk.Says(Legal, "今天天气不错");
        _talk.Waits(TimeSpan.FromMinutes(31));

        await _talk.Says("要");
        Assert.DoesNotContain(nameof(LawyerIsAskedFor), _talk.HeardKinds);
    }
}

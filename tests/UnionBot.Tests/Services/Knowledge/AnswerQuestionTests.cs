using System.Text;
using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge;
using UnionBot.Services.LegalAid.Talking;
using UnionBot.Services.Membership;
using UnionBot.Services.Membership.Binding;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Chat.Understanding.Meanings;
using UnionBot.Tests.Services.LegalAid;
using UnionBot.Tests.Services.Membership;

namespace UnionBot.Tests.Services.Knowledge;

public sealed class AnswerQuestionTests
{
    private static readonly ConversationOptions Options = new() { QuestionDialog = AnswerQuestion.DialogName };

    /// <summary>Surely about the law, and two answers may be meant; of which this is true depends on what is learnt.</summary>
    private static readonly string[] Unsure =
    [
        "公司这样对我合法吗", "单位这么做违法不", "老板说辞就辞，有补偿没", "离职钱咋算", "没合同老板赖账", "工资和休假合法吗",
    ];

    private static readonly OfferWords Offers = OfferWords.Load(new DataFolder(Tree.Templates));

    /// <summary>Of which some are unsure, and of nothing that is private; which these are depends on what is learnt.</summary>
    private static readonly string[] MayMeanEither =
    [
        .. from subject in (string[])["会员卡", "岗位", "活动", "推送", "通知", "优惠", "驿站"]
           from rest in (string[])["和岗位的事", "那个", "的事帮我看看", "推荐一下", "那个咋弄来着", "和会员卡"]
           select subject + rest,
    ];

    private readonly UnansweredWordsFake _unanswered = new();

    private readonly Talk _talk;

    public AnswerQuestionTests() => _talk = new(
        Vocabulary.Load(Tree.Templates, ["knowledge", "legal-aid", "membership"]), Options, [.. Dialogs(), new MyMembership()])
    {
        Understanding = Understood.Current,
    };

    public static TheoryData<string> Entries => [.. Understood.Knowledge.Entries.Select(e => e.Id)];

    [Theory]
    [InlineData("滚")]
    [InlineData("摆设")]
    [InlineData("骗子！")]
    [InlineData("没用")]
    [InlineData("你们工会就是个摆设")]
    [InlineData("一群骗子")]
    public async Task Who_scolds_hears_a_kind_word_and_the_way_to_a_person_and_it_is_no_miss(string words)
    {
        await _talk.Says(words);

        _talk.Hears<AngerIsHeard>();
        Assert.Contains("人工", _talk.Text, StringComparison.Ordinal);
        Assert.Empty(_talk.Effects);
        Assert.Equal(0, _talk.State.Misses);
    }

    [Theory]
    [InlineData("老板是骗子，欠我三个月工资")]
    [InlineData("你们推荐的那家是不是骗子公司")]
    [InlineData("加入工会有什么用")]
    public async Task Who_says_what_is_wrong_is_heard_by_that(string words)
    {
        await _talk.Says(words);

        Assert.DoesNotContain(nameof(AngerIsHeard), _talk.HeardKinds);
    }

    [Fact]
    public async Task A_heavy_heart_is_told_who_listens_and_nobody_is_called()
    {
        await _talk.Says("老板骂我心里堵得慌");

        Assert.Equal("心里难受、心理疏导", _talk.Hears<ShowAnswer>().Title);
        Assert.Contains("12356", _talk.Text, StringComparison.Ordinal);
        Assert.Empty(_talk.Effects);
    }

    [Fact]
    public async Task A_legal_question_is_answered_with_source_review_and_the_offer_of_a_lawyer()
    {
        await _talk.Says("国庆加班给几倍工资");

        var answer = _talk.Hears<ShowAnswer>();
        Assert.Equal("加班费怎么算", answer.Title);
        Assert.Contains("来源：《中华人民共和国劳动法》", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("还没有经过人工核对", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("约律师", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("人工", _talk.Text, StringComparison.Ordinal);
        Assert.Contains("约律师", _talk.Text.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Empty(_talk.Effects);
        Assert.True(_talk.IsOver);
    }

    [Theory]
    [InlineData("要")]
    [InlineData("约律师")]
    [InlineData("1")]
    public async Task Who_takes_the_offer_gets_a_case_for_a_lawyer(string taken)
    {
        await _talk.Says("国庆加班给几倍工资", taken);

        _talk.Hears<LawyerIsAskedFor>();
        Assert.Equal([new Effect.HandOver("knowledge/lawyer")], _talk.Effects);
    }

    [Fact]
    public async Task Thanks_for_an_answer_ask_for_no_lawyer()
    {
        await _talk.Says("国庆加班给几倍工资", "好的");

        _talk.Hears<YouAreWelcome>();
        Assert.Empty(_talk.Effects);
    }

    [Fact]
    public async Task A_lawyer_can_be_asked_for_at_any_time()
    {
        await _talk.Says("预约律师");

        _talk.Hears<LawyerIsAskedFor>();
        Assert.Equal([new Effect.HandOver("knowledge/lawyer")], _talk.Effects);
    }

    [Fact]
    public async Task A_question_of_benefits_offers_a_person_who_helps()
    {
        await _talk.Says("妈妈小屋在哪里", "要");

        _talk.Hears<HelpIsAskedFor>();
        Assert.Equal([new Effect.HandOver("knowledge/wish") { Subject = "knowledge/mother-room" }], _talk.Effects);
    }

    [Theory]
    [InlineData("我要报名参加健步走", "activity-signup")]
    [InlineData("入会", "join-union")]
    [InlineData("转会", "transfer-union")]
    [InlineData("助学", "student-aid")]
    [InlineData("历下这边给我找个保安的活", "job-service")]
    public async Task A_wish_whose_service_comes_later_is_answered_and_handed_over(string wish, string entry)
    {
        await _talk.Says(wish);

        Assert.True(_talk.Hears<ShowAnswer>().IsHandedOver);
        Assert.Equal([new Effect.HandOver("knowledge/wish") { Subject = $"knowledge/{entry}" }], _talk.Effects);
        Assert.Contains("12351", _talk.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("俺是送外卖的能入不")]
    [InlineData("孩子死活不去上学")]
    [InlineData("法律援助要钱不")]
    public async Task What_only_asks_or_tells_is_answered_and_no_case_is_opened_unasked(string words)
    {
        await _talk.Says(words);

        Assert.Empty(_talk.Effects);
        Assert.Equal(0, _talk.State.Misses);
    }

    [Theory]
    [InlineData("工资没发 还要找工作")]
    [InlineData("单位这么做违法不 还想找个保安的活")]
    public async Task Of_several_wishes_one_question_is_asked_a_message(string words)
    {
        await _talk.Says(words);

        Assert.InRange(_talk.HeardKinds.Count(kind => kind is nameof(AskWhatHappened) or nameof(OfferGuesses) or nameof(NextWish)), 0, 1);
    }

    [Fact]
    public async Task What_else_was_wanted_is_offered_once_the_question_is_answered()
    {
        _talk.State = _talk.State with { Further = ["find_vacancy"], FurtherWords = ["找工作"] };
        await _talk.Says(Vague);
        _talk.Hears<AskWhatHappened>();
        _talk.HearsNothingElse();

        await _talk.Says("国庆加班给几倍工资");
        _talk.Hears<ShowAnswer>();
        _talk.Hears<NextWish>();
    }

    [Fact]
    public async Task A_wish_behind_an_answer_is_not_taken_for_the_offer_because_it_has_its_word()
    {
        await _talk.Says("妈妈小屋在哪里", "我要报名参加健步走");

        Assert.Equal([new Effect.HandOver("knowledge/wish") { Subject = "knowledge/activity-signup" }], _talk.Effects);
    }

    [Theory]
    [InlineData("老板拖了我俩月工钱咋整啊", "要多久", "单位拖欠工资怎么办")]
    [InlineData("国庆加班给几倍工资", "那春节呢", "加班费怎么算")]
    public async Task A_few_words_behind_an_answer_go_on_from_it(string question, string further, string title)
    {
        await _talk.Says(question, further);

        Assert.Equal(new SaidAll(title, IsLegal: true, "约律师"), _talk.Hears<SaidAll>());
        Assert.Empty(_talk.Effects);

        await _talk.Says("要");
        Assert.Equal([new Effect.HandOver("knowledge/lawyer")], _talk.Effects);
    }

    [Theory]
    [InlineData("病假工资咋发")]
    [InlineData("私了签了字还能反悔吗")]
    [InlineData("骑手摔了算工伤吗")]
    public async Task A_short_question_with_a_matter_of_its_own_is_not_taken_for_the_old_one(string question)
    {
        await _talk.Says("经济补偿怎么算", question);

        Assert.DoesNotContain(nameof(SaidAll), _talk.HeardKinds);
        Assert.DoesNotContain("经济补偿", _talk.Text.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_question_behind_an_answer_is_one_of_its_own()
    {
        await _talk.Says("国庆加班给几倍工资", "年假有几天");

        Assert.Equal(Understood.Knowledge.Find("annual-leave")!.Title, _talk.Hears<ShowAnswer>().Title);
    }

    [Fact]
    public async Task Who_asks_about_the_law_without_saying_what_happened_is_asked_for_it()
    {
        await _talk.Says(Vague);

        _talk.Hears<AskWhatHappened>();
        Assert.Empty(_talk.Effects);
        await _talk.Says("约律师");
        Assert.Equal([new Effect.HandOver("knowledge/lawyer")], _talk.Effects);
    }

    [Fact]
    public async Task What_is_no_union_matter_is_told_where_to_be_asked()
    {
        await _talk.Says("房东不退我押金怎么办");

        _talk.Hears<AskElsewhere>();
        Assert.Contains("12345", _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsure_question_is_asked_back_with_two_guesses_of_which_one_is_chosen_by_number()
    {
        var question = UnsureQuestion();
        await _talk.Says(question);
        var guesses = _talk.Hears<OfferGuesses>().Choices;
        Assert.Equal((3, "都不是"), (guesses.Count, guesses[^1]));

        await _talk.Says("2");

        Assert.Equal(guesses[1], _talk.Hears<ShowAnswer>().Title);
    }

    [Fact]
    public async Task Who_meant_neither_guess_is_asked_to_say_it_otherwise()
    {
        await _talk.Says(UnsureQuestion(), "都不是");

        _talk.Hears<AskOtherwise>();
    }

    [Theory]
    [InlineData("。。。")]
    [InlineData("asdfgh")]
    public async Task What_nothing_answers_is_not_understood(string noise)
    {
        await _talk.Says(noise);

        _talk.Hears<NotUnderstood>();
    }

    [Fact]
    public async Task Words_that_nobody_understood_are_kept_for_review()
    {
        await _talk.Says("asdfgh");

        Assert.Equal(["asdfgh"], _unanswered.Kept);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("都不是")]
    public async Task Words_whose_guesses_nobody_meant_are_kept_for_review(string? declined)
    {
        Intent[] open = [Intent.FindVacancy, Intent.SubscribeVacancies, Intent.UnsubscribeVacancies, Intent.MemberCardDiscounts,
            Intent.ActivitySignup, Intent.NearbyPlace, Intent.UnsubscribeNotices, Intent.BindMember, Intent.MyMembership, Intent.CampaignInfo];
        var words = MayMeanEither.First(text => Understood.Of(text) is { Ask: var (first, second), MayBeDanger: null }
            && open.Contains(first) && open.Contains(second)
            && !Understood.Knowledge.Match(text, new DateOnly(2026, 11, 23)).IsSure);
        await _talk.Says(words);
        var neither = _talk.Hears<WhichWish>().Neither.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(_unanswered.Kept);

        await _talk.Says(declined ?? neither);

        Assert.Equal([words], _unanswered.Kept);
    }

    [Fact]
    public async Task Answers_that_nobody_meant_leave_their_question_for_review_unless_the_talk_is_private()
    {
        var (dialog, none) = (Dialogs()[0], $"{AnswerQuestion.DialogName}:none");
        var input = new Input(_talk.Speaker, "", _talk.Now) { Key = none, Guessed = "asdfgh" };

        await dialog.BeginAsync(input with { IsPrivateTalk = true }, CancellationToken.None);
        await dialog.BeginAsync(input with { Key = $"{AnswerQuestion.DialogName}:annual-leave" }, CancellationToken.None);
        await dialog.BeginAsync(input with { Guessed = "老板不给我发工资咋整" }, CancellationToken.None);
        Assert.Empty(_unanswered.Kept);

        await dialog.BeginAsync(input, CancellationToken.None);
        Assert.Equal(["asdfgh"], _unanswered.Kept);
    }

    [Fact]
    public async Task Guesses_about_the_law_that_nobody_meant_are_not_kept()
    {
        await _talk.Says(UnsureQuestion(), "都不是");

        Assert.Empty(_unanswered.Kept);
    }

    [Theory]
    [InlineData("国庆加班给几倍工资")]
    [InlineData("约律师")]
    [InlineData("有没有困难补助可以申请")]
    [InlineData("人工")]
    public async Task In_a_talk_about_law_or_hardship_or_with_a_person_nothing_is_kept(string before)
    {
        await _talk.Says(before, "asdfgh");

        Assert.Empty(_unanswered.Kept);
    }

    [Fact]
    public async Task A_day_later_it_is_another_talk()
    {
        await _talk.Says("国庆加班给几倍工资");
        _talk.Waits(TimeSpan.FromHours(25));
        await _talk.Says("asdfgh");

        Assert.Equal(["asdfgh"], _unanswered.Kept);
    }

    [Fact]
    public async Task A_sure_question_in_between_is_answered_and_the_open_one_put_again()
    {
        var talk = new Talk(
            Vocabulary.Load(Tree.Templates, ["knowledge", "legal-aid", "membership"]),
            Options,
            [.. Dialogs(), new BindMember(new BindingFake(), new SureNames(Surnames.Load(Tree.Templates)), BindingWords.Load(new DataFolder(Tree.Templates)))])
        {
            Understanding = Understood.Current,
        };

        await talk.Says("绑定", "王芳", "国庆加班给几倍工资");

        talk.Hears<ShowAnswer>();
        talk.Hears<BackTo>();
        Assert.True(talk.Hears<AskPhone>().IsBrief);

        await talk.Says("再说一遍");
        talk.Hears<ShowAnswer>();

        await talk.Says("不知道咋填", "再说一遍");
        Assert.False(talk.Hears<AskPhone>().IsBrief);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Every_answer_fits_into_one_message(string id)
    {
        var entry = Understood.Knowledge.Find(id)!;

        Assert.InRange(Encoding.UTF8.GetByteCount(Words.Of([ShowAnswer.Of(entry, Offers) with { ReviewedOn = new DateOnly(2027, 12, 31) }])), 1, 2048);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void An_answer_and_its_short_form_are_read_without_scrolling_and_nothing_is_lost(string id)
    {
        var entry = Understood.Knowledge.Find(id)!;
        var answer = ShowAnswer.Of(entry, Offers);

        Assert.InRange(Words.Of([answer]).Length, 1, ShowAnswer.LongestMessage);
        Assert.InRange(Words.Of([answer with { IsHandedOver = true }]).Length, 1, ShowAnswer.LongestMessage);
        Assert.Equal(entry.Answer.ReplaceLineEndings(""), (answer.Text + answer.Rest).ReplaceLineEndings(""));
        Assert.InRange(entry.InShort.Length, 1, 100);
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void The_part_of_an_answer_that_is_said_first_ends_with_a_sentence(string id)
    {
        var answer = ShowAnswer.Of(Understood.Knowledge.Find(id)!, Offers);

        if (answer.Rest is { } rest)
            Assert.True("。！？”）".Contains(answer.Text[^1]) || Understood.Knowledge.Find(id)!.Answer[answer.Text.Length] == '\n', $"“{answer.Text[^12..]}” goes on with “{rest[..Math.Min(12, rest.Length)]}”.");
    }

    [Theory]
    [InlineData("没看懂")]
    [InlineData("太长了")]
    [InlineData("说简单点")]
    public async Task Who_does_not_understand_an_answer_is_told_its_point_in_plain_words(string words)
    {
        await _talk.Says("国庆加班给几倍工资", words);

        Assert.Equal(Understood.Knowledge.Find("overtime-pay")!.OwnShort, _talk.Hears<ShowShortAnswer>().Text);
        Assert.InRange(_talk.Text.Length, 1, 120);
        Assert.Contains("回复 人工", _talk.Text, StringComparison.Ordinal);

        await _talk.Says("要");
        _talk.Hears<LawyerIsAskedFor>();
    }

    [Fact]
    public async Task What_was_answered_is_said_again_on_demand_and_no_second_case_is_opened()
    {
        await _talk.Says("我要报名参加健步走", "再说一遍");

        Assert.Equal(Understood.Knowledge.Find("activity-signup")!.Title, _talk.Hears<ShowAnswer>().Title);
        Assert.Empty(_talk.Effects);
    }

    [Fact]
    public async Task What_of_an_answer_did_not_fit_is_told_on_demand()
    {
        var id = Understood.Knowledge.Entries.First(e => ShowAnswer.Of(e, Offers).Rest is not null && Understood.Knowledge.Match(e.Questions[0], new DateOnly(2026, 11, 23)).Best == e
            && Understood.Of(e.Questions[0]).Intent == Intent.LegalQuestion).Id;
        var entry = Understood.Knowledge.Find(id)!;
        await _talk.Says(entry.Questions[0]);
        Assert.Contains("回复 更多", _talk.Text, StringComparison.Ordinal);

        await _talk.Says("更多");

        Assert.Equal(ShowAnswer.Of(entry, Offers).Rest, _talk.Hears<RestOfAnswer>().Text);
    }

    [Theory]
    [InlineData("更多")]
    [InlineData("说简单点")]
    public async Task An_answer_is_said_again_behind_its_rest_and_behind_its_point(string between)
    {
        await _talk.Says("国庆加班给几倍工资", between, "再说一遍");

        Assert.Equal("加班费怎么算", _talk.Hears<ShowAnswer>().Title);
    }

    [Fact]
    public async Task Behind_the_point_of_an_answer_more_is_the_whole_of_it()
    {
        await _talk.Says("国庆加班给几倍工资", "说简单点", "再简单点");
        _talk.Hears<ShowShortAnswer>();

        await _talk.Says("更多");
        Assert.Equal(Understood.Knowledge.Find("overtime-pay")!.Answer, _talk.Hears<RestOfAnswer>().Text);
    }

    [Fact]
    public async Task Where_nothing_was_answered_there_is_nothing_to_say_again()
    {
        await _talk.Says("没看懂");

        _talk.Hears<NothingToSayAgain>();
        Assert.Equal(0, _talk.State.Misses);
    }

    /// <summary>Surely about the law, and nothing more can be told.</summary>
    private static string Vague => Unsure.First(text =>
        Understood.Knowledge.Match(text, new DateOnly(2026, 11, 23)) is { Best: null, Elsewhere: null }
        && Understood.Of(text) is { Ask: null, Intent: Intent.LegalQuestion });

    private static string UnsureQuestion() => Unsure.First(text =>
        Understood.Knowledge.Match(text, new DateOnly(2026, 11, 23)) is { IsSure: false, Entries.Count: >= 2 }
        && Understood.Of(text) is { Ask: null, Intent: Intent.LegalQuestion });

    private IDialog[] Dialogs()
    {
        var answers = new AnswerQuestion(Understood.Current, _unanswered, Offers);
        return [answers, new NoLawyerHere(), new AskForHelp(), new HearAnger()];
    }
}

using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Chat.Understanding;
using UnionBot.Tests.Chat.Toys;
using UnionBot.Tests.Chat.Understanding.Meanings;

namespace UnionBot.Tests.Chat;

/// <summary>What people say in words that are no opening words.</summary>
public sealed class FreeWordsTests
{
    private static readonly string[] MayMeanEither = ["约的那个", "会员卡和岗位的事", "材料交哪里", "名额还有吗", "那个申请到哪了", "推荐一下"];

    private static readonly string[] MayBeDangerous = ["一直没人上来", "上头没人管了，绳子都松了", "太冲了眼睛难受", "人还没找到", "门口那个人还没走"];

    private static readonly string[] InNoList = ["我把农药倒进杯子里了，孩子就托付给你们了", "药都吃下去了，替我跟爸妈说声对不起", "站在桥边好久了，别劝我", "农药就在手边，喝下去就都解脱了，孩子以后就靠你们了", "我把药都数好了，今晚就走，替我照顾好我妈", "绳子挂在房梁上了，我这就去了，谁也别怪"];

    private readonly Talk _talk = ToyTalk.New();

    /// <summary>Words that may mean one thing or the other.</summary>
    private static string Unsure => MayMeanEither.First(
        words => Understood.Of(words) is { Ask: (not (Intent.Unknown or Intent.Smalltalk), _), MayBeDanger: null });

    /// <summary>Danger to a life that no phrase of the crisis list tells.</summary>
    private static string UnlistedDanger => InNoList.First(words =>
        ToyTalk.Vocabulary.Crisis.Find(words) is null && Understood.Of(words).Danger == CrisisKind.SelfHarm);

    /// <summary>Words that may mean danger, too unsure for an alarm.</summary>
    private static string Feared => MayBeDangerous.First(words => Understood.Of(words).MayBeDanger is not null);

    public FreeWordsTests()
    {
        _talk.Understanding = Understood.Current;
        _talk.Speaker = _talk.Speaker with { Level = MemberLevel.Member };
    }

    [Fact]
    public async Task Free_words_open_the_dialog_they_mean_and_the_bot_says_what_it_understood()
    {
        await _talk.Says("帮我瞅瞅我到底是不是工会会员");

        Assert.Equal("查我的会籍", _talk.Hears<UnderstoodAs>().Title);
        _talk.Hears<Card>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task After_a_pause_a_whole_sentence_is_served_and_what_was_left_is_offered_behind_it()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(10));
        await _talk.Says("帮我瞅瞅我到底是不是工会会员");

        _talk.Hears<UnderstoodAs>();
        _talk.Hears<Card>();
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task After_a_pause_a_whole_sentence_about_what_was_left_goes_on_with_it()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(10));
        await _talk.Says("我想约工会的律师咨询一下工资的事");

        Assert.Equal("预约", _talk.Hears<BackTo>().Title);
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task What_is_not_offered_yet_gets_a_number_and_a_person_and_nothing_is_made_up()
    {
        await _talk.Says("历下这边有没有招保安的");

        Assert.Equal(new NotOffered("找工作", "union"), _talk.Hears<NotOffered>());
        Assert.Equal([new Effect.HandOver("handover/not-offered")], _talk.Effects);
        Assert.Contains("12351", _talk.Text, StringComparison.Ordinal);
        Assert.True(_talk.IsOver);
    }

    [Fact]
    public async Task When_it_is_not_sure_the_bot_asks_with_its_guesses_and_does_nothing()
    {
        await _talk.Says(Unsure);

        var guesses = _talk.Hears<WhichWish>();
        Assert.InRange(guesses.Titles.Count, 1, 2);
        Assert.Empty(_talk.Effects);
        await _talk.Says(guesses.Neither.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _talk.Hears<Menu>();
    }

    [Fact]
    public async Task A_guess_that_is_chosen_is_served()
    {
        await _talk.Says(Unsure);
        var first = _talk.Hears<WhichWish>().Titles[0];
        Assert.Equal(Unsure, _talk.State.Shown!.About);
        await _talk.Says("1");

        var isThere = _talk.HeardKinds.Contains(nameof(UnderstoodAs));
        Assert.Equal(first, isThere ? _talk.Hears<UnderstoodAs>().Title : _talk.Hears<NotOffered>().Title);
    }

    [Fact]
    public async Task A_further_wish_is_offered_when_the_first_is_served()
    {
        await _talk.Says("查一查我的会籍在哪个工会，顺便看看我约的律师是几点");
        _talk.Hears<UnderstoodAs>();
        _talk.Hears<Card>();
        Assert.Equal("查我的预约", _talk.Hears<NextWish>().Title);
        Assert.Equal("顺便看看我约的律师是几点", _talk.State.Shown!.About);

        await _talk.Says("1");
        Assert.Equal("查我的预约", _talk.Hears<UnderstoodAs>().Title);
        _talk.Hears<AskChange>();
    }

    [Fact]
    public async Task Of_three_wishes_without_a_mark_the_first_is_served_and_the_others_are_named_and_offered()
    {
        await _talk.Says("帮我查下我的会籍顺便约个律师再找个保洁的活");

        Assert.Equal("查我的会籍", _talk.Hears<UnderstoodAs>().Title);
        _talk.Hears<Card>();
        var next = _talk.Hears<NextWish>();
        Assert.Equal(("预约律师", "找工作"), (next.Title, Assert.Single(next.Later)));

        await _talk.Says("2");
        _talk.Hears<LeftAsItIs>();
        Assert.Equal("找工作", _talk.Hears<NextWish>().Title);
        Assert.Equal("再找个保洁的活", _talk.State.Shown!.About);
    }

    [Fact]
    public async Task A_further_wish_can_be_declined()
    {
        await _talk.Says("查一查我的会籍在哪个工会，顺便看看我约的律师是几点", "2");

        _talk.Hears<LeftAsItIs>();
        Assert.Empty(_talk.State.Further);
    }

    [Fact]
    public async Task An_answer_to_an_open_question_is_no_wish()
    {
        await _talk.Says("预约", "找工作的王芳");

        Assert.Equal("找工作的王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task A_sure_wish_interrupts_a_question_that_it_does_not_answer()
    {
        await _talk.Says("预约", "王芳", "帮我瞅瞅我到底是不是工会会员");

        _talk.Hears<UnderstoodAs>();
        _talk.Hears<Card>();
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task A_sure_wish_after_a_pause_is_served_before_the_question_that_waited()
    {
        await _talk.Says("预约", "王芳");
        _talk.Waits(TimeSpan.FromHours(2));
        await _talk.Says("帮我瞅瞅我到底是不是工会会员");

        _talk.Hears<UnderstoodAs>();
        _talk.Hears<Card>();
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task The_word_of_the_waiting_dialog_repeats_its_question_among_free_words_too()
    {
        await _talk.Says("预约", "王芳", "我要预约一下");

        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task Who_declines_a_further_wish_returns_to_the_question_that_was_interrupted()
    {
        await _talk.Says("预约", "王芳", "查一查我的会籍在哪个工会，顺便看看我约的律师是几点", "2");

        _talk.Hears<LeftAsItIs>();
        _talk.Hears<BackTo>();
        Assert.Equal("王芳", _talk.Hears<AskDay>().Name);
    }

    [Fact]
    public async Task Danger_in_words_of_no_list_raises_the_alarm()
    {
        await _talk.Says(UnlistedDanger);

        Assert.Equal(CrisisKind.SelfHarm, _talk.Hears<CrisisHelp>().Kind);
        Assert.Equal([new Effect.Alarm(CrisisKind.SelfHarm)], _talk.Effects);
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task Sure_danger_in_words_of_no_list_overrides_the_silence_while_staff_own_the_talk()
    {
        _talk.StaffOwns = true;
        await _talk.Says(UnlistedDanger);

        _talk.Hears<CrisisHelp>();
        Assert.Equal([new Effect.Alarm(CrisisKind.SelfHarm)], _talk.Effects);
    }

    [Fact]
    public async Task A_sure_wish_soon_after_an_alarm_is_served()
    {
        await _talk.Says("有人晕倒了", "帮我瞅瞅我到底是不是工会会员");

        _talk.Hears<UnderstoodAs>();
        _talk.Hears<Card>();
    }

    [Theory]
    [InlineData("不想跑外卖了", "找工作")]
    [InlineData("帮我看看附近有什么驿站", "找附近的驿站和服务点")]
    public async Task A_false_alarm_swallows_no_wish(string words, string title)
    {
        await _talk.Says("有人晕倒了", "没有，我打错了", words);

        Assert.DoesNotContain(nameof(StillHere), _talk.HeardKinds);
        Assert.Contains(title, _talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_likely_wish_soon_after_an_alarm_is_asked_about_as_ever()
    {
        await _talk.Says("有人晕倒了", Unsure);

        _talk.Hears<WhichWish>();
        _talk.HearsNothingElse();
    }

    [Theory]
    [InlineData("唉")]
    [InlineData("哎 说不清")]
    public async Task Words_that_want_nothing_soon_after_an_alarm_are_no_reason_for_questions_about_services(string words)
    {
        await _talk.Says("我不想活了", words);

        _talk.Hears<StillHere>();
        _talk.HearsNothingElse();
    }

    [Fact]
    public async Task Whoever_may_be_in_danger_is_asked_and_given_the_numbers_and_nobody_is_called()
    {
        await _talk.Says(Feared);

        _talk.Hears<AskIfInDanger>();
        Assert.Contains("120", _talk.Text, StringComparison.Ordinal);
        Assert.Empty(_talk.Effects);
    }

    [Fact]
    public async Task Who_says_that_there_is_danger_is_helped_and_a_person_is_called()
    {
        await _talk.Says(Feared, "有");

        var kind = _talk.Hears<CrisisHelp>().Kind;
        Assert.Equal([new Effect.Alarm(kind)], _talk.Effects);
    }

    [Fact]
    public async Task Who_is_in_no_danger_goes_on_as_before()
    {
        await _talk.Says(Feared, "没有");

        _talk.Hears<LeftAsItIs>();
        Assert.Empty(_talk.Effects);
    }

    [Theory]
    [InlineData("你们工会的电话号码是多少", typeof(HotlineNumbers))]
    [InlineData("真是太谢谢你们了，帮了我大忙", typeof(SmallTalk))]
    [InlineData("我不想跟机器聊，换个真人来", typeof(HandedOver))]
    [InlineData("我刚关注，你们这都能干些啥呀", typeof(Menu))]
    public async Task Simple_wishes_are_answered_at_once(string words, Type reply)
    {
        await _talk.Says(words);

        Assert.Contains(reply.Name, _talk.HeardKinds);
    }

    [Fact]
    public async Task What_lies_outside_of_the_service_is_not_understood()
    {
        await _talk.Says("帮我看看明天股票涨不涨");

        _talk.Hears<NotUnderstood>();
    }
}

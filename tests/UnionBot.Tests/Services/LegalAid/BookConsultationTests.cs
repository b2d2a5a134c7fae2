using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Safety;
using UnionBot.Services.LegalAid;
using UnionBot.Services.LegalAid.Talking;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.LegalAid;

public sealed class BookConsultationTests
{
    private readonly LegalAidTalk _worker = new();

    private Talk Talk => _worker.Talk;

    private ConsultationsFake Office => _worker.Office;

    [Fact]
    public async Task Four_messages_lead_to_a_consultation()
    {
        await _worker.Says("老板三个月没发工资了，想问问律师");
        Assert.True(Talk.HearsSomewhere<AskDetails>().IsPay);

        await _worker.Says("3个月，一万八左右，上个月还把我辞了");
        var limits = Talk.HearsSomewhere<DeadlineNote>();
        Assert.Equal(new DateOnly(2026, 12, 1), Assert.Single(limits.Limits, l => l.Matter == "申请劳动仲裁").LastDay);
        Assert.Contains("以律师为准", Talk.Text, StringComparison.Ordinal);
        Assert.Equal([LegalAidTalk.Today, LegalAidTalk.OnSite, LegalAidTalk.Wednesday], Talk.HearsSomewhere<OfferSlots>().Slots);

        await _worker.Says("周五下午吧");
        var held = Talk.HearsSomewhere<SlotHeld>();
        Assert.Equal((LegalAidTalk.Friday, 8), (held.Slot, held.Minutes));
        Assert.Equal([LegalAidTalk.FridayLater], held.Others);
        Assert.Contains("1月16日(周五) 14:30", Talk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("约好", Talk.Text, StringComparison.Ordinal);
        Assert.Empty(Office.Confirmed);

        await _worker.Says("好");
        Assert.Equal(LegalAidTalk.Friday, Talk.HearsSomewhere<Booked>().Booking.Slot);
        Assert.Contains("约好了", Talk.Text, StringComparison.Ordinal);
        Assert.Contains("LA-0116-001", Talk.Text, StringComparison.Ordinal);
        var facts = Assert.Single(Office.Confirmed).Facts;
        Assert.Equal((18000_00, 3, "wage_arrears"), (facts.AmountFen, facts.MonthsOwed, facts.Topics[0]));
        Assert.True(Talk.IsOver);
    }

    [Fact]
    public async Task Who_says_all_at_once_is_kept_a_time_at_once()
    {
        await _worker.Says("约律师，老板欠我两万工资，去年12月20号辞退我的，周五下午三点十分，电话咨询");

        Assert.Equal(LegalAidTalk.FridayLater, Talk.HearsSomewhere<SlotHeld>().Slot);
    }

    [Fact]
    public async Task A_time_is_chosen_by_its_number()
    {
        await _worker.Says("约律师", "去年10月受的工伤，单位不赔", "2");

        Assert.Equal(LegalAidTalk.OnSite, Talk.HearsSomewhere<SlotHeld>().Slot);
        Assert.Contains("职工服务中心", Talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bare_wish_for_a_lawyer_is_asked_what_happened()
    {
        await _worker.Says("约律师");

        Talk.HearsSomewhere<AskStory>();
    }

    [Fact]
    public async Task Whose_phone_is_not_known_is_asked_for_it_and_only_then_it_is_fixed()
    {
        Talk.Speaker = Talk.Speaker with { Level = MemberLevel.Follower };
        await _worker.Says("老板欠我两万工资，想约律师，周五下午", "好");
        Talk.HearsSomewhere<AskCallBack>();
        Assert.Empty(Office.Confirmed);

        await _worker.Says("13800000001");
        Talk.HearsSomewhere<Booked>();
        Assert.Equal("13800000001", Assert.Single(Office.Confirmed).Phone);
        Assert.Contains("尾号 0001", Talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_that_was_said_early_is_not_asked_for_again()
    {
        Talk.Speaker = Talk.Speaker with { Level = MemberLevel.Follower };
        await _worker.Says("老板欠我两万工资，想约律师，周五下午，打我13800000001", "好");

        Talk.HearsSomewhere<Booked>();
        Assert.Equal("13800000001", Assert.Single(Office.Confirmed).Phone);
    }

    [Fact]
    public async Task Who_lost_the_race_is_told_so_and_gets_the_next_three()
    {
        await _worker.Says("老板欠我两万工资，想约律师，周五下午");
        Office.Take(LegalAidTalk.Friday);

        await _worker.Says("好");
        Talk.HearsSomewhere<SlotIsGone>();
        Assert.DoesNotContain(LegalAidTalk.Friday, Talk.HearsSomewhere<OfferSlots>().Slots);
        Assert.DoesNotContain("约好了", Talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_vanishes_while_it_is_chosen_is_replaced()
    {
        await _worker.Says("老板欠我两万工资，想约律师");
        Office.Take(LegalAidTalk.Today);

        await _worker.Says("1");
        Talk.HearsSomewhere<SlotIsGone>();
        Assert.Equal([LegalAidTalk.OnSite, LegalAidTalk.Wednesday, LegalAidTalk.Friday], Talk.HearsSomewhere<OfferSlots>().Slots);
    }

    [Fact]
    public async Task A_time_that_ran_out_is_kept_anew_if_nobody_took_it()
    {
        await _worker.Says("老板欠我两万工资，想约律师，周五下午");
        Office.LetGo();

        await _worker.Says("好");
        Talk.HearsSomewhere<Booked>();
        Assert.Equal(2, Office.Held.Count);
    }

    [Fact]
    public async Task A_limit_that_ends_within_a_week_is_urgent_and_known_to_staff()
    {
        await _worker.Says("12月30号收到裁决书，不服，想约律师");

        var limits = Talk.HearsSomewhere<DeadlineNote>();
        Assert.Equal(new DateOnly(2026, 1, 14), Assert.Single(limits.Limits).LastDay);
        Assert.Contains("请先去仲裁委或法院把申请递上", Talk.Text, StringComparison.Ordinal);
        Assert.Contains("期限也不会停", Talk.Text, StringComparison.Ordinal);
        Assert.True(Office.Wishes[^1].IsUrgent);
        Assert.Equal(CaseKinds.Urgent, Assert.IsType<Effect.HandOver>(Assert.Single(Talk.Effects)).Kind);
    }

    [Fact]
    public async Task A_limit_that_seems_over_is_never_the_end()
    {
        await _worker.Says("前年3月5号把我辞退的，想约律师");

        Assert.True(Talk.HearsSomewhere<DeadlineNote>().IsPast);
        Assert.Contains("先别放弃", Talk.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("没办法", Talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_still_works_there_hears_of_no_year()
    {
        await _worker.Says("老板三个月没发工资了，想问问律师", "一万八，还在那上班");

        Assert.True(Talk.HearsSomewhere<DeadlineNote>().IsUnlimited);
    }

    [Fact]
    public async Task A_day_told_as_a_year_is_asked_more_exactly_once()
    {
        await _worker.Says("去年被辞退的，想约律师");
        Assert.True(Talk.HearsSomewhere<AskDay>().IsLeft);

        await _worker.Says("10月20号");
        Assert.Equal(new DateOnly(2026, 10, 20), Talk.HearsSomewhere<DeadlineNote>().Limits[0].LastDay);
    }

    [Theory]
    [InlineData("能赢吗", typeof(NoPrediction))]
    [InlineData("要钱不", typeof(ItIsFree))]
    [InlineData("单位知道了咋办", typeof(ItIsSecret))]
    public async Task A_question_in_between_is_answered_and_the_talk_goes_on(string question, Type answer)
    {
        await _worker.Says("老板欠我两万工资，想约律师", question);

        Assert.Equal(answer.Name, Talk.HeardKinds.First(kind => kind != nameof(UnderstoodAs)));
        Assert.Equal(nameof(OfferSlots), Talk.HeardKinds.Last());
    }

    [Fact]
    public async Task What_is_no_labour_law_is_sent_to_where_it_belongs()
    {
        await _worker.Says("约律师", "我要离婚，孩子归谁");

        Talk.HearsSomewhere<NotLabourLaw>();
        Assert.Contains("12348", Talk.Text, StringComparison.Ordinal);
        Assert.True(Talk.IsOver);
    }

    [Theory]
    [InlineData("帮我妈约个律师，她被辞退了")]
    public async Task For_somebody_else_their_consent_is_asked(string words)
    {
        await _worker.Says(words);
        Assert.Equal("我妈", Talk.HearsSomewhere<AskConsent>().Who);

        await _worker.Says("1");
        Assert.DoesNotContain(nameof(AskConsent), Talk.HeardKinds);
    }

    [Fact]
    public async Task Without_consent_nothing_is_booked_for_somebody_else()
    {
        await _worker.Says("帮我妈约个律师，她被辞退了", "还没跟她说");

        Talk.HearsSomewhere<AskThemFirst>();
        Assert.True(Talk.IsOver);
    }

    [Fact]
    public async Task Where_a_lawyer_serves_some_employer_it_is_asked_before_times_are_shown()
    {
        Office.AsksEmployer = true;
        await _worker.Says("老板欠我两万工资，想约律师");
        Talk.HearsSomewhere<AskEmployer>();

        await _worker.Says("山东泉城物流有限公司");
        Talk.HearsSomewhere<OfferSlots>();
        Assert.Equal("山东泉城物流有限公司", Office.Wishes[^1].Employer);
    }

    [Fact]
    public async Task Who_would_rather_not_name_the_employer_goes_on_all_the_same()
    {
        Office.AsksEmployer = true;
        await _worker.Says("老板欠我两万工资，想约律师", "不想说");

        Talk.HearsSomewhere<OfferSlots>();
        Assert.Null(Office.Wishes[^1].Employer);
    }

    [Fact]
    public async Task A_group_comes_together_and_ten_choose_who_speaks()
    {
        await _worker.Says("我们23个工友都没发工资，想约律师");

        var group = Talk.HearsSomewhere<GroupIsNoted>();
        Assert.Equal((23, true), (group.People, group.NeedsRepresentatives));
        Assert.Contains(Talk.Effects, e => e is Effect.HandOver { Kind: CaseKinds.Group });
    }

    [Fact]
    public async Task Unrest_calls_a_person_at_once()
    {
        await _worker.Says("约律师", "我们二十个人准备去堵门，工资不发");

        Talk.HearsSomewhere<UnrestIsHeard>();
        Assert.Contains(Talk.Effects, e => e is Effect.Alarm);
    }

    [Theory]
    [InlineData("我不会说汉语，想找个会维语的律师", typeof(LanguageIsArranged), CaseKinds.Language)]
    [InlineData("我听不见，只能打字，想约律师", typeof(TextIsArranged), CaseKinds.Text)]
    public async Task Who_needs_another_way_to_talk_gets_a_person(string words, Type answer, string kind)
    {
        await _worker.Says("约律师", words);

        Assert.Equal(answer.Name, Talk.HeardKinds.First(kind => kind != nameof(UnderstoodAs)));
        Assert.Contains(Talk.Effects, e => e is Effect.HandOver h && h.Kind == kind);
    }

    [Fact]
    public async Task A_photo_in_the_middle_is_kept_and_the_question_asked_on()
    {
        await _worker.Says("老板三个月没发工资了，想问问律师");
        await Talk.SendsPhoto(77);
        Talk.HearsSomewhere<PaperIsKept>();
        Talk.HearsSomewhere<AskDetails>();

        await _worker.Says("一万八", "周五下午", "好");
        Assert.Equal([77], Assert.Single(Office.Confirmed).Facts.Papers);
    }

    [Fact]
    public async Task A_long_story_in_many_messages_is_collected_without_an_answer_to_each()
    {
        await _worker.Says("老板三个月没发工资了，想问问律师");
        var silent = 0;
        foreach (var line in new[] { "一开始他说资金紧张让大家理解", "后来厂里的人陆续都走光了", "我家里还有两个老人要养", "找他他总是说再等一等" })
        {
            await _worker.Says(line);
            if (!Talk.HeardKinds.Any()) silent++;
        }

        Assert.Equal(4, silent);
        await _worker.Says("一共一万八");
        Talk.HearsSomewhere<OfferSlots>();
        await _worker.Says("1", "好");
        Assert.Contains("后来厂里的人", Assert.Single(Office.Confirmed).Facts.Story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_lawyers_are_booked_a_member_of_staff_arranges_it()
    {
        Office.IsOffered = false;
        await _worker.Says("约律师");

        Talk.HearsSomewhere<LawyerIsAskedFor>();
        Assert.Equal([new Effect.HandOver(CaseKinds.Lawyer)], Talk.Effects);
    }

    [Fact]
    public async Task A_time_that_has_gone_is_said_to_be_gone()
    {
        Talk.Now = Talk.China("2026-01-12 15:00");
        await _worker.Says("老板欠我两万工资，想约律师", "今天上午");

        Assert.True(Talk.HearsSomewhere<NoSuchTime>().IsPast);
    }

    [Fact]
    public async Task Who_finds_nothing_fitting_may_wait()
    {
        await _worker.Says("老板欠我两万工资，想约律师", "候补");

        Talk.HearsSomewhere<PutOnWaitingList>();
        Assert.True(Talk.IsOver);
    }

    [Theory]
    [InlineData("谢谢")]
    [InlineData("没事了")]
    [InlineData("再见")]
    public async Task Thanks_and_farewell_are_no_yes_to_a_time(string words)
    {
        await _worker.Says("老板欠我两万工资，想约律师，周五下午", words);

        Assert.Empty(Office.Confirmed);
        Assert.DoesNotContain("约好了", Talk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_of_the_waiting_list_is_taken_in_three_messages()
    {
        Office.Freed = LegalAidTalk.Friday;
        await _worker.Says("要候补");
        Assert.Equal(LegalAidTalk.Friday, Talk.HearsSomewhere<FreedIsKept>().Slot);

        await _worker.Says("老板欠我两万工资");
        Talk.HearsSomewhere<SlotHeld>();
        Assert.Empty(Office.Confirmed);

        await _worker.Says("好");
        Assert.Equal(LegalAidTalk.Friday, Talk.HearsSomewhere<Booked>().Booking.Slot);
    }

    [Fact]
    public async Task Words_of_crisis_come_before_everything()
    {
        await _worker.Says("老板欠我两万工资，想约律师", "不想活了");

        Talk.HearsSomewhere<CrisisHelp>();
        Assert.Contains(Talk.Effects, e => e is Effect.Alarm);
    }

    [Fact]
    public async Task What_a_lawyer_who_acts_needs_is_told()
    {
        await _worker.Says("老板欠我两万工资，想请律师帮我打官司");

        Assert.False(Talk.HearsSomewhere<RepresentationPapers>().AsksHardship);
    }

    [Fact]
    public async Task What_is_told_goes_to_no_review_list()
    {
        await _worker.Says("老板三个月没发工资了，想问问律师");

        Assert.NotNull(Talk.State.PrivateAt);
    }

    [Fact]
    public async Task Behind_an_answer_its_subject_is_known()
    {
        await _worker.Says("国庆加班给几倍工资", "要");

        Assert.True(Talk.HearsSomewhere<AskDetails>().IsPay);
    }

    [Fact]
    public async Task A_question_about_legal_aid_is_answered_first()
    {
        await _worker.Says("法律援助要钱不");

        Assert.DoesNotContain(nameof(AskStory), Talk.HeardKinds);
    }
}

using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Talking;
using UnionBot.Tests.Chat;

namespace UnionBot.Tests.Services.LegalAid;

public sealed class ChangeBookingTests
{
    private readonly LegalAidTalk _worker = new();

    private Talk Talk => _worker.Talk;

    private ConsultationsFake Office => _worker.Office;

    [Fact]
    public async Task One_sentence_changes_a_consultation()
    {
        await _worker.Books();
        await _worker.Says("周五不行了，下周一上午");
        Assert.Equal([LegalAidTalk.NextMonday, LegalAidTalk.NextMondayLater], Talk.HearsSomewhere<OfferSlots>().Slots);
        Assert.Equal(LegalAidTalk.Friday, Assert.Single(Office.Open).Slot);

        await _worker.Says("1");
        Assert.Equal(LegalAidTalk.NextMonday, Talk.HearsSomewhere<Moved>().Booking.Slot);
        Assert.Contains("1月19日(周一) 09:00", Talk.Text, StringComparison.Ordinal);
        Assert.True(Talk.IsOver);
    }

    [Fact]
    public async Task A_bare_wish_to_change_is_asked_for_the_time()
    {
        await _worker.Books();
        await _worker.Says("改时间");
        Assert.Equal(LegalAidTalk.Friday, Talk.HearsSomewhere<AskNewTime>().Old);

        await _worker.Says("下周一上午", "10点20那个");
        Assert.Equal(LegalAidTalk.NextMondayLater, Talk.HearsSomewhere<Moved>().Booking.Slot);
    }

    [Fact]
    public async Task When_the_new_time_is_taken_the_old_one_stays_and_others_are_offered()
    {
        await _worker.Books();
        await _worker.Says("周五不行了，下周一上午");
        Office.Take(LegalAidTalk.NextMonday);

        await _worker.Says("1");
        Assert.Equal(LegalAidTalk.Friday, Talk.HearsSomewhere<NotMoved>().Old);
        Assert.DoesNotContain(LegalAidTalk.NextMonday, Talk.HearsSomewhere<OfferSlots>().Slots);
        Assert.Equal(LegalAidTalk.Friday, Assert.Single(Office.Open).Slot);
    }

    [Fact]
    public async Task Who_changes_nothing_after_all_keeps_the_old_time()
    {
        await _worker.Books();
        await _worker.Says("周五不行了，下周一上午", "不改");

        Talk.HearsSomewhere<BookingStays>();
    }

    [Theory]
    [InlineData("不去了")]
    [InlineData("取消")]
    public async Task A_few_words_cancel_it(string words)
    {
        await _worker.Books();
        await _worker.Says(words);

        Talk.HearsSomewhere<BookingCancelled>();
        Assert.Contains("已取消", Talk.Text, StringComparison.Ordinal);
        Assert.Empty(Office.Open);
    }

    [Fact]
    public async Task What_is_only_understood_as_cancelling_is_asked_first()
    {
        await _worker.Books();
        await _worker.Says("谈妥了，法律援助那个不要了");
        Talk.HearsSomewhere<ConfirmCancelling>();
        Assert.Single(Office.Open);

        await _worker.Says("2");
        Talk.HearsSomewhere<BookingStays>();
    }

    [Fact]
    public async Task Late_cancelling_is_said_without_blame()
    {
        await _worker.Books();
        Office.IsLate = true;
        await _worker.Says("不去了");

        Assert.True(Talk.HearsSomewhere<BookingCancelled>().IsLate);
    }

    [Fact]
    public async Task Without_a_consultation_nothing_is_cancelled_or_changed()
    {
        await _worker.Says("改时间");
        Talk.HearsSomewhere<NoBooking>();

        await _worker.Says("不去了");
        Talk.HearsSomewhere<NoBooking>();
    }

    [Fact]
    public async Task A_bare_cancel_without_anything_to_cancel_tells_nobody()
    {
        Office.IsOffered = false;
        await _worker.Says("取消");

        Talk.HearsSomewhere<NothingToCancel>();
        Assert.Empty(Talk.Effects);
    }

    [Fact]
    public async Task Of_several_it_is_asked_which()
    {
        await _worker.Books();
        await _worker.Says("工伤单位不赔，11月5号受的伤，想约律师，下周一上午", "好", "不去了");
        Assert.Equal(2, Talk.HearsSomewhere<WhichBooking>().Bookings.Count);

        await _worker.Says("2");
        Talk.HearsSomewhere<BookingCancelled>();
        Assert.Single(Office.Cancelled);
    }

    [Fact]
    public async Task The_answers_to_a_reminder_come_change_and_cancel()
    {
        await _worker.Books();
        var id = Office.Open[0].Id;
        PushChoice[] choices = [new("能来", $"legal-aid/come:{id}"), new("改", $"legal-aid/change:{id}"), new("取消", $"legal-aid/cancel:{id}", Destructive: true)];
        Talk.Waits(TimeSpan.FromHours(1));
        Talk.IsPushed<OfferedByNumber>(choices);
        await _worker.Says("1");
        Talk.HearsSomewhere<ComingIsNoted>();
        Assert.Single(Office.Coming);

        Talk.Waits(TimeSpan.FromHours(1));
        Talk.IsPushed<OfferedByNumber>(choices);
        await _worker.Says("2");
        Talk.HearsSomewhere<AskNewTime>();
        await _worker.Says("下周一上午", "1");
        Talk.HearsSomewhere<Moved>();

        Talk.Waits(TimeSpan.FromHours(1));
        Talk.IsPushed<OfferedByNumber>(choices);
        await _worker.Says("3", "1");
        Talk.HearsSomewhere<BookingCancelled>();
    }

    [Fact]
    public async Task Who_wants_no_reminders_has_none_and_keeps_the_consultation()
    {
        await _worker.Books();
        await _worker.Says("不用提醒");

        Talk.HearsSomewhere<RemindersAreOff>();
        Assert.False(Office.IsReminding);
        Assert.Single(Office.Open);
    }

    [Fact]
    public async Task Place_and_lawyer_are_shown_only_to_whose_phone_is_confirmed()
    {
        await _worker.Books();
        await _worker.Says("我的预约");
        Assert.Contains("王律师", Talk.Text, StringComparison.Ordinal);

        Talk.Speaker = Talk.Speaker with { Level = MemberLevel.Follower };
        await _worker.Says("我的预约");
        Assert.DoesNotContain("王律师", Talk.Text, StringComparison.Ordinal);
        Assert.Contains("LA-0116-001", Talk.Text, StringComparison.Ordinal);
    }
}

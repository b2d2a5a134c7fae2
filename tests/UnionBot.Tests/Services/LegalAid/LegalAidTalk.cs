using UnionBot.Chat.Dialogs;
using UnionBot.Chat.Understanding;
using UnionBot.Services.Knowledge;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Representation;
using UnionBot.Services.LegalAid.Talking;
using UnionBot.Tests.Chat;
using UnionBot.Tests.Chat.Understanding.Meanings;
using UnionBot.Tests.Services.Knowledge;

namespace UnionBot.Tests.Services.LegalAid;

/// <summary>A worker who talks with the bot about a lawyer, on Monday, 12 January 2026, at ten.</summary>
internal sealed class LegalAidTalk
{
    public static readonly OfferedSlot Today = Slot("t", "2026-01-12 15:30", ConsultMode.Phone, "李律师", false);

    public static readonly OfferedSlot OnSite = Slot("s", "2026-01-13 09:00", ConsultMode.Onsite, "周律师", false);

    public static readonly OfferedSlot Wednesday = Slot("w", "2026-01-14 14:30", ConsultMode.Phone, "李律师", false);

    public static readonly OfferedSlot Friday = Slot("f1", "2026-01-16 14:30", ConsultMode.Phone, "王律师", true);

    public static readonly OfferedSlot FridayLater = Slot("f2", "2026-01-16 15:10", ConsultMode.Phone, "王律师", true);

    public static readonly OfferedSlot NextMonday = Slot("m1", "2026-01-19 09:00", ConsultMode.Phone, "王律师", true);

    public static readonly OfferedSlot NextMondayLater = Slot("m2", "2026-01-19 10:20", ConsultMode.Phone, "李律师", false);

    public LegalAidTalk()
    {
        var reader = LegalAidWords.Reader;
        Talk = new Talk(
            Vocabulary.Load(Tree.Templates, ["legal-aid", "knowledge"]),
            new ConversationOptions { QuestionDialog = AnswerQuestion.DialogName },
            Booking(Office),
            new ChangeBooking(Office, reader, new MissingBooking(Office)),
            new CancelBooking(Office, new MissingBooking(Office)),
            new MyBookings(Office),
            new ConfirmComing(Office),
            new StopReminders(Office),
            new AnswerQuestion(Understood.Current, new UnansweredWordsFake(), OfferWords.Load(LegalAidWords.Folder)),
            new AskForHelp())
        {
            Understanding = Understood.Current,
            Now = Talk.China("2026-01-12 10:00"),
            Speaker = new Speaker(new PersonId(1), "wechat", MemberLevel.PhoneConfirmed),
        };
    }

    /// <summary>The dialogs of a region where no lawyers can be booked.</summary>
    public static IDialog[] WithoutLawyers()
    {
        var office = new ConsultationsFake { IsOffered = false };
        return [Booking(office), new ChangeBooking(office, LegalAidWords.Reader, new MissingBooking(office)), new CancelBooking(office, new MissingBooking(office))];
    }

    public Talk Talk { get; }

    public ConsultationsFake Office { get; } = new() { Free = [Today, OnSite, Wednesday, Friday, FridayLater, NextMonday, NextMondayLater] };

    public Task Says(params string[] texts) => Talk.Says(texts);

    /// <summary>A consultation on Friday at half past two.</summary>
    public async Task Books()
    {
        await Says("老板三个月没发工资了，想问问律师", "3个月，一万八左右，上个月还把我辞了", "周五下午吧", "好");
        Talk.HearsSomewhere<Booked>();
    }

    private static BookConsultation Booking(ConsultationsFake office) => new(
        office, LegalAidWords.Reader, new StoryTelling(LegalAidWords.Reader), new IntakeNotes(LegalAidWords.Reader, RepresentationTable.Load(LegalAidWords.Folder)), LegalAidWords.Deadlines);

    private static OfferedSlot Slot(string key, string at, ConsultMode mode, string lawyer, bool isWoman) => new(
        key, Talk.China(at), 30, mode, lawyer, isWoman, mode is ConsultMode.Onsite ? "职工服务中心" : null, mode is ConsultMode.Onsite ? "历山路 88 号" : null);
}

using UnionBot.Chat.Dialogs;
using UnionBot.Core.Messaging;
using UnionBot.Services.LegalAid.Talking;

namespace UnionBot.Services.LegalAid.Reminders;

/// <summary>What a reminder, a time that became free, and word that the lawyer is away are answered by. Their occasions name the booking, and the time that is kept.</summary>
internal sealed class PushedBookingChoices : IPushChoices
{
    public IReadOnlyList<PushChoice> Of(string occasion) => occasion.Split('/') switch
    {
        ["legal-aid", "reminder-day" or "reminder-hours", var booking, ..] =>
        [
            new("能来", BookingKey.Of(ConfirmComing.DialogName, booking), Says: true),
            new("改时间", BookingKey.Of(ChangeBooking.DialogName, booking)),
            new("取消预约", BookingKey.Of(CancelBooking.DialogName, booking), Destructive: true),
        ],
        ["legal-aid", "displaced", var booking, ..] =>
        [
            new("选个时间", BookingKey.Of(ChangeBooking.DialogName, booking), Says: true),
            new("取消预约", BookingKey.Of(CancelBooking.DialogName, booking), Destructive: true),
        ],
        ["legal-aid", "offered", var time] =>
        [
            new("要这个时间", BookingKey.Of(BookConsultation.FreedKey, time), Says: true),
            new("不要，接着等", BookingKey.Of(LeaveFreedTime.DialogName, time), Says: false),
        ],
        _ => [],
    };
}

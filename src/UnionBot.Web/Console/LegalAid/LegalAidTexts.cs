using System.Globalization;
using UnionBot.Core.Audit;
using UnionBot.Core.Calendar;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Web.Console.LegalAid;

/// <summary>What the stored states of consultations mean, for staff.</summary>
internal static class LegalAidTexts
{
    private const string Weekdays = "日一二三四五六";

    public static string Of(BookingState state) => state switch
    {
        BookingState.Booked => "约好了",
        BookingState.CheckedIn => "到了",
        BookingState.Done => "办好了",
        BookingState.NoShow => "没来",
        BookingState.NotAnswered => "没接通",
        BookingState.Cancelled => "取消了",
        BookingState.Transferred => "转办了",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(BookingDeed deed) => deed switch
    {
        BookingDeed.Booked => "约好了",
        BookingDeed.Moved => "改了时间",
        BookingDeed.Cancelled => "取消了",
        BookingDeed.SaidComing => "回复能来",
        BookingDeed.CheckedIn => "签到",
        BookingDeed.WalkedIn => "现场来访，登记",
        BookingDeed.Done => "办好了",
        BookingDeed.NoShow => "记为没来",
        BookingDeed.CallFailed => "打电话没接通",
        BookingDeed.NotAnswered => "两次没接通",
        BookingDeed.Displaced => "律师不在，请本人另选时间",
        BookingDeed.ToBeCalled => "没有答复，要打电话",
        BookingDeed.Transferred => "转办",
        BookingDeed.OutcomeWritten => "写了结果",
        BookingDeed.OutcomeCorrected => "改了结果",
        BookingDeed.Joined => "和别的预约并成一件",
        BookingDeed.TakenOut => "移出并案",
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    public static string Of(TransferTarget target) => target switch
    {
        TransferTarget.Mediation => "调解",
        TransferTarget.Arbitration => "劳动争议仲裁",
        TransferTarget.LegalAidCentre => "法律援助中心",
        TransferTarget.Petition => "信访",
        TransferTarget.Counselling => "心理咨询",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, null),
    };

    public static string Of(ConsultationModes mode) => mode switch
    {
        ConsultationModes.OnSite => "到场",
        ConsultationModes.Phone => "电话",
        ConsultationModes.Video => "视频",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
    };

    /// <summary>到场、电话: the ways that would do.</summary>
    public static string OfAny(ConsultationModes modes) => string.Join(
        '、', new[] { ConsultationModes.OnSite, ConsultationModes.Phone, ConsultationModes.Video }.Where(mode => modes.HasFlag(mode)).Select(Of));

    public static char Weekday(DayOfWeek day) => Weekdays[(int)day];

    /// <summary>Who did something.</summary>
    public static string Of(BookingStep step) => step switch
    {
        { Staff: { } name } => name,
        { Actor: AuditActorKind.Person } => "本人",
        _ => "系统",
    };

    public static string Of(BookingRefusal refusal) => refusal switch
    {
        BookingRefusal.SlotTaken => "这个时间刚被别人约走了，请换一个。",
        BookingRefusal.NoSuchBooking => "没有这个预约，或者已经结束了。",
        BookingRefusal.NotNow => "现在还不能这样办，请看一眼它现在的样子。",
        BookingRefusal.Changed => "您看这一页的时候，本人或同事刚动过这个预约。现在的样子在下面，看一眼再决定。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static string Of(WalkInRefusal refusal) => refusal switch
    {
        WalkInRefusal.Taken => "这个时间刚被别人约走了，请换一个。",
        WalkInRefusal.NotThisLawyer => "这位律师不方便接这一件，请换一位。",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    /// <summary>1月16日（周五）.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日（周{Weekdays[(int)day.DayOfWeek]}）");

    /// <summary>14:30.</summary>
    public static string Clock(DateTimeOffset moment) => moment.ToOffset(UnionCalendar.ChinaOffset).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>08:30.</summary>
    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>1月16日（周五） 14:30.</summary>
    public static string Moment(DateTimeOffset moment) => $"{Day(UnionCalendar.DayOf(moment))} {Clock(moment)}";

    /// <summary>周静律师.</summary>
    public static string Lawyer(string name) => name.EndsWith("律师", StringComparison.Ordinal) ? name : name + "律师";

    /// <summary>As a page names it in an address; the other way round by <see cref="ReadDay"/>.</summary>
    public static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <returns>Null when it is no day like 2026-01-16.</returns>
    public static DateOnly? ReadDay(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2100 ? day : null;
}

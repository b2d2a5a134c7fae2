using UnionBot.Services.LegalAid;

namespace UnionBot.Web.Setup.Settings;

/// <summary>How legal consultations (法律咨询) are booked. Times of the day are those of China.</summary>
internal sealed record LegalAidOptions : ISettings
{
    public static string Section => "LegalAid";

    /// <summary>Minutes of an ordinary consultation, of a brief one and of an extended one (a group, papers to be written).</summary>
    public int StandardMinutes { get; init; } = 30;

    public int BriefMinutes { get; init; } = 20;

    public int ExtendedMinutes { get; init; } = 60;

    /// <summary>Minutes kept free before and behind each.</summary>
    public int MinutesBefore { get; init; }

    public int MinutesAfter { get; init; } = 10;

    /// <summary>No sooner than this from now.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromHours(2);

    /// <summary>No later than so many days from today.</summary>
    public int HorizonDays { get; init; } = 14;

    /// <summary>The share of each block that is kept for the urgent, 0 to 1, until so long before.</summary>
    public double UrgentShare { get; init; } = 0.2;

    public TimeSpan UrgentUntil { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Open bookings of one person, and bookings within so many days.</summary>
    public int OpenAtOnce { get; init; } = 1;

    public int MostBookings { get; init; } = 3;

    public int CountedDays { get; init; } = 30;

    /// <summary>Whoever did not come to so many consultations within so many days is called by staff before the next one.</summary>
    public int MissedBeforeConfirming { get; init; } = 2;

    public int MissedDays { get; init; } = 365;

    /// <summary>How long a time is kept for who is deciding, and for who waited for it.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(8);

    public TimeSpan Offer { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long somebody has to choose another time when their lawyer is away, before they are called.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(4);

    /// <summary>A change closer to the start is marked as late; who is not there so long after it has not come.</summary>
    public TimeSpan LateWithin { get; init; } = TimeSpan.FromHours(2);

    public TimeSpan LateArrival { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>When people are reminded on the day before, and how long before the start again.</summary>
    public TimeOnly ReminderAt { get; init; } = new(18, 0);

    public TimeSpan ReminderBefore { get; init; } = TimeSpan.FromHours(2);

    /// <summary>What a lawyer is paid for a session, in yuan; null where that is not reckoned.</summary>
    public decimal? SessionFeeYuan { get; init; }

    public IEnumerable<Problem> Problems()
    {
        if (SessionFeeYuan is < 0 or > 100_000) yield return new(nameof(SessionFeeYuan), "0 to 100000, or nothing");

        foreach (var (name, minutes) in new[] { (nameof(StandardMinutes), StandardMinutes), (nameof(BriefMinutes), BriefMinutes), (nameof(ExtendedMinutes), ExtendedMinutes) })
        {
            if (minutes is < 5 or > 240) yield return new(name, "5 to 240");
        }

        if (MinutesBefore is < 0 or > 120) yield return new(nameof(MinutesBefore), "0 to 120");
        if (MinutesAfter is < 0 or > 120) yield return new(nameof(MinutesAfter), "0 to 120");
        if (Notice < TimeSpan.Zero) yield return new(nameof(Notice), "a time such as 02:00:00");
        if (HorizonDays is < 1 or > 90) yield return new(nameof(HorizonDays), "1 to 90");
        if (UrgentShare is not (>= 0 and <= 1)) yield return new(nameof(UrgentShare), "0 to 1, such as 0.2");
        if (UrgentUntil < TimeSpan.Zero) yield return new(nameof(UrgentUntil), "a time such as 1.00:00:00");
        if (OpenAtOnce < 1) yield return new(nameof(OpenAtOnce), "1 or more");
        if (MostBookings < 1) yield return new(nameof(MostBookings), "1 or more");
        if (CountedDays is < 1 or > 365) yield return new(nameof(CountedDays), "1 to 365");
        if (MissedBeforeConfirming < 1) yield return new(nameof(MissedBeforeConfirming), "1 or more");
        if (MissedDays is < 1 or > 3650) yield return new(nameof(MissedDays), "1 to 3650");
        if (AnswerWithin <= TimeSpan.Zero) yield return new(nameof(AnswerWithin), "a time such as 04:00:00");
        if (LateWithin < TimeSpan.Zero) yield return new(nameof(LateWithin), "a time such as 02:00:00");
        if (LateArrival < TimeSpan.Zero) yield return new(nameof(LateArrival), "a time such as 00:15:00");
        if (Hold <= TimeSpan.Zero) yield return new(nameof(Hold), "a time such as 00:08:00");
        if (Offer <= TimeSpan.Zero) yield return new(nameof(Offer), "a time such as 00:15:00");
        if (ReminderBefore <= TimeSpan.Zero) yield return new(nameof(ReminderBefore), "a time such as 02:00:00");
    }

    public LegalAidRules ToRules() => new()
    {
        StandardMinutes = StandardMinutes,
        BriefMinutes = BriefMinutes,
        ExtendedMinutes = ExtendedMinutes,
        MinutesBefore = MinutesBefore,
        MinutesAfter = MinutesAfter,
        Notice = Notice,
        HorizonDays = HorizonDays,
        UrgentShare = UrgentShare,
        UrgentUntil = UrgentUntil,
        OpenAtOnce = OpenAtOnce,
        MostBookings = MostBookings,
        CountedDays = CountedDays,
        MissedBeforeConfirming = MissedBeforeConfirming,
        MissedDays = MissedDays,
        AnswerWithin = AnswerWithin,
        LateWithin = LateWithin,
        LateArrival = LateArrival,
        Hold = Hold,
        Offer = Offer,
        ReminderAt = ReminderAt,
        ReminderBefore = ReminderBefore,
        SessionFeeFen = SessionFeeYuan is { } yuan ? (long)decimal.Round(yuan * 100) : null,
    };
}

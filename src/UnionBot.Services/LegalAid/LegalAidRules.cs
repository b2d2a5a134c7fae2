namespace UnionBot.Services.LegalAid;

/// <summary>The numbers by which consultations are booked. Each is a setting; times of the day are those of China.</summary>
public sealed record LegalAidRules
{
    /// <summary>Minutes of an ordinary consultation, of a brief one (a further question), and of an extended one (a group, papers to be written).</summary>
    public int StandardMinutes { get; init; } = 30;

    public int BriefMinutes { get; init; } = 20;

    public int ExtendedMinutes { get; init; } = 60;

    /// <summary>Kept free before and behind each consultation; one's rest comes on top of its neighbour's.</summary>
    public int MinutesBefore { get; init; }

    public int MinutesAfter { get; init; } = 10;

    /// <summary>No sooner than this from now.</summary>
    public TimeSpan Notice { get; init; } = TimeSpan.FromHours(2);

    /// <summary>No later than so many days from today.</summary>
    public int HorizonDays { get; init; } = 14;

    /// <summary>The share of each block's consultations, its last, that only the urgent are given; 0 to 1 …</summary>
    public double UrgentShare { get; init; } = 0.2;

    /// <summary>… until it is so close that anybody may have it.</summary>
    public TimeSpan UrgentUntil { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Open bookings of one person; the urgent are not counted.</summary>
    public int OpenAtOnce { get; init; } = 1;

    /// <summary>Bookings of one person within <see cref="CountedDays"/>, without what was cancelled and the urgent.</summary>
    public int MostBookings { get; init; } = 3;

    public int CountedDays { get; init; } = 30;

    /// <summary>Whoever did not come to so many consultations within <see cref="MissedDays"/> is called by staff before the next one.</summary>
    public int MissedBeforeConfirming { get; init; } = 2;

    public int MissedDays { get; init; } = 365;

    /// <summary>How long a time is kept for somebody who is deciding.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMinutes(8);

    /// <summary>How long somebody on the waiting list has to say yes.</summary>
    public TimeSpan Offer { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Who was offered other times, since staff had to take back theirs, is called when they have not answered within this.</summary>
    public TimeSpan AnswerWithin { get; init; } = TimeSpan.FromHours(4);

    /// <summary>A change or cancellation closer to the start than this is marked as late.</summary>
    public TimeSpan LateWithin { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Who has not come by then has not come.</summary>
    public TimeSpan LateArrival { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>When people are reminded on the day before.</summary>
    public TimeOnly ReminderAt { get; init; } = new(18, 0);

    /// <summary>How long before the start they are reminded again; before the quiet hours where that would fall into them.</summary>
    public TimeSpan ReminderBefore { get; init; } = TimeSpan.FromHours(2);

    /// <summary>What a lawyer is paid for a session (场次), in fen; null while nothing is said of it.</summary>
    public long? SessionFeeFen { get; init; }

    public TimeSpan LengthOf(Schedule.ConsultationLength length) => TimeSpan.FromMinutes(length switch
    {
        Schedule.ConsultationLength.Brief => BriefMinutes,
        Schedule.ConsultationLength.Extended => ExtendedMinutes,
        _ => StandardMinutes,
    });

    public TimeSpan Before => TimeSpan.FromMinutes(MinutesBefore);

    public TimeSpan After => TimeSpan.FromMinutes(MinutesAfter);
}

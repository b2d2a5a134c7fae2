using UnionBot.Core.Calendar;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.FollowUps;
using UnionBot.Services.LegalAid.Intake;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Figures;

/// <summary>What figures know of a consultation; or of a case for staff, of which only count when it was due and done; or of a job fair.</summary>
internal sealed record ConsultationFact
{
    public required string Number { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The booking; null for a case or a fair.</summary>
    public Guid? Booking { get; init; }

    public bool IsBooking => Booking is not null;

    public DateTimeOffset BookedAt { get; init; }

    public DateTimeOffset? FirstFreeAt { get; init; }

    public BookingState State { get; init; }

    public string Topic { get; init; } = "";

    public string Region { get; init; } = "";

    public ConsultationModes Mode { get; init; }

    public string Group { get; init; } = "";

    /// <summary>Kinds of worker the person is; none where no roster says.</summary>
    public IReadOnlyList<string> Workers { get; init; } = [];

    public int People { get; init; } = 1;

    /// <summary>The matter that several have together; null for one of its own.</summary>
    public long? Matter { get; init; }

    /// <summary>It stands for its matter, which counts once.</summary>
    public bool IsLead { get; init; }

    public short Moves { get; init; }

    /// <summary>None where nothing was written.</summary>
    public OutcomeKinds Kinds { get; init; }

    /// <summary>Where it was sent on from its page; null where it was not.</summary>
    public TransferTarget? SentTo { get; init; }

    public long? InvolvedFen { get; init; }

    public long? RecoveredFen { get; init; }

    public bool? IsSettled { get; init; }

    public bool WasAsked { get; init; }

    public Solved? Solved { get; init; }

    public short? Score { get; init; }

    /// <summary>Of a case, when it was done; null while it is open. UTC.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Of a fair, whether a lawyer was there; null for what is none.</summary>
    public bool? HasLawyer { get; init; }

    /// <summary>When the booking was over; null before. UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>It was sent on before its day: nobody came.</summary>
    public bool WasSentOnBefore => State is BookingState.Transferred && EndedAt is { } ended && UnionCalendar.DayOf(ended) < UnionCalendar.DayOf(At);

    public bool TookPlace => IsBooking && !WasSentOnBefore && State is BookingState.CheckedIn or BookingState.Done or BookingState.Transferred;

    public bool IsGroup => TookPlace && (Matter is not null || People >= IntakeFacts.Group);

    public bool Has(OutcomeKinds kind) => (Kinds & kind) is not OutcomeKinds.None;

    /// <summary>Whether anybody wrote what came of it, or sent it on.</summary>
    public bool HasEnd => Kinds is not OutcomeKinds.None || SentTo is not null;

    public bool IsTransferred => State is BookingState.Transferred || Has(OutcomeKinds.Transfers);

    /// <summary>
    /// Where it goes on. A transfer can stand on the booking and in its outcome: the outcome, which is written last and can be put right, counts
    /// where it names one, so that none counts twice.
    /// </summary>
    public OutcomeKinds Transfers => Has(OutcomeKinds.Transfers) ? Kinds & OutcomeKinds.Transfers : SentTo switch
    {
        TransferTarget.LegalAidCentre => OutcomeKinds.ToLegalAid,
        TransferTarget.Petition => OutcomeKinds.ToPetition,
        TransferTarget.Counselling => OutcomeKinds.ToCounselling,
        _ => OutcomeKinds.None,
    };

    public bool GoesOn(OutcomeKinds where) => (Transfers & where) is not OutcomeKinds.None;

    /// <summary>Days from asking to the first time that was free.</summary>
    public int? DaysToFirstFree => FirstFreeAt is { } free ? DaysBetween(BookedAt, free) : null;

    public int DaysWaited => DaysBetween(BookedAt, At);

    private static int DaysBetween(DateTimeOffset from, DateTimeOffset until) => UnionCalendar.DayOf(until).DayNumber - UnionCalendar.DayOf(from).DayNumber;
}

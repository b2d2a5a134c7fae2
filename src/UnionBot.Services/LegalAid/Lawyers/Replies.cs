using UnionBot.Chat.Dialogs;
using UnionBot.Services.LegalAid.Bookings;
using UnionBot.Services.LegalAid.Outcomes;
using UnionBot.Services.LegalAid.Readings;
using UnionBot.Services.LegalAid.Schedule;

namespace UnionBot.Services.LegalAid.Lawyers;

public sealed record LawyerBound : IReply;

public sealed record LawyerBoundAlready : IReply;

/// <summary>Wrong, too late, or tried too often: which of them is not said.</summary>
public sealed record WrongLawyerCode : IReply;

/// <summary>No code was typed behind the words.</summary>
public sealed record TypeLawyerCode(string Words) : IReply, ISampled<TypeLawyerCode>
{
    public static IReadOnlyList<TypeLawyerCode> Samples => [new("绑定律师")];
}

public sealed record BindLawyerInWeChat : IReply;

/// <summary>Also to whoever was the lawyer of it and is none any more.</summary>
public sealed record NotYourConsultation : IReply;

/// <summary>A lawyer's consultations of one day.</summary>
public sealed record LawyerDay(DateOnly Day, bool IsTomorrow, IReadOnlyList<LawyerLine> Lines) : IReply, ISampled<LawyerDay>
{
    public static IReadOnlyList<LawyerDay> Samples => [new(new DateOnly(2026, 1, 16), IsTomorrow: false, LineSamples.Some), new(new DateOnly(2026, 1, 17), IsTomorrow: true, [])];

    public bool HasAny => Lines.Count > 0;
}

/// <summary>A lawyer's consultations of the next days, where 我的预约 was said.</summary>
public sealed record LawyerWeek(IReadOnlyList<LawyerLine> Lines) : IReply, ISampled<LawyerWeek>
{
    public static IReadOnlyList<LawyerWeek> Samples => [new(LineSamples.Some), new([])];

    public bool HasAny => Lines.Count > 0;
}

/// <summary>What was told for a consultation, to its lawyer.</summary>
/// <param name="Topic">欠薪.</param>
/// <param name="People">How many people it is about.</param>
/// <param name="Lines">金额：18000 元.</param>
/// <param name="Files">How many photos and papers were sent.</param>
/// <param name="Notes">What was written about it before.</param>
public sealed record ShowConsultation(
    LawyerLine Line, string Topic, int People, string? Summary, string? Employer, string? Name, string? Relation, IReadOnlyList<string> Lines, int Files, IReadOnlyList<string> Notes)
    : IReply, ISampled<ShowConsultation>
{
    public static IReadOnlyList<ShowConsultation> Samples =>
    [
        new(LineSamples.Some[0], "欠薪", 3, "三个月没发工资", "济南鑫源机械有限公司", "王芳", "母亲", ["金额：18000 元", "手里的证据：合同"], 2, ["建议先投诉到劳动监察"]),
        new(LineSamples.Some[1], "工伤", 1, Summary: null, Employer: null, Name: null, Relation: null, [], 0, []),
    ];

    public bool IsGroup => People > 1;

    public bool HasFiles => Files > 0;

    internal static ShowConsultation Of(OpenedConsultation opened, RecordLabels labels)
    {
        var told = opened.Record.Told;
        return new ShowConsultation(
            opened.Line, labels.OfTopic(opened.Topic), opened.People, told?.Summary, told?.Employer, told?.Name, told?.Relation,
            told is null ? [] : labels.Of(told), told?.Files.Count ?? 0, [.. opened.Record.Notes.Select(n => n.Text)]);
    }
}

/// <summary>What came of it? One message is enough.</summary>
/// <param name="IsWritten">An outcome is there, and is put right.</param>
public sealed record AskOutcome(string Number, bool IsWritten) : IReply, ISampled<AskOutcome>
{
    public static IReadOnlyList<AskOutcome> Samples => [new("LA-0116-037", IsWritten: false), new("LA-0116-037", IsWritten: true)];
}

public sealed record OutcomeNotUnderstood : IReply;

/// <summary>A number of it cannot be.</summary>
public sealed record OutcomeIsImpossible : IReply;

/// <summary>What was understood, before it is kept.</summary>
/// <param name="Kinds">咨询, 代书.</param>
public sealed record OutcomeReadBack(string Number, IReadOnlyList<string> Kinds, OutcomeDetails Said) : IReply, ISampled<OutcomeReadBack>
{
    public static IReadOnlyList<OutcomeReadBack> Samples =>
    [
        new("LA-0116-037", ["咨询", "代书"], new OutcomeDetails
        {
            Kinds = OutcomeKinds.Advice | OutcomeKinds.Drafting, People = 3, AmountInvolvedFen = 1_800_000, AmountRecoveredFen = 1_200_000, Minutes = 40, IsSettled = true, Note = "建议先投诉",
        }),
        new("LA-0116-037", ["调解"], new OutcomeDetails { Kinds = OutcomeKinds.Mediation, IsSettled = false }),
    ];

    public bool HasPeople => Said.People is not null;

    public int People => Said.People ?? 0;

    public bool HasInvolved => Said.AmountInvolvedFen is not null;

    public long Involved => Said.AmountInvolvedFen ?? 0;

    public bool HasRecovered => Said.AmountRecoveredFen is not null;

    public long Recovered => Said.AmountRecoveredFen ?? 0;

    public bool HasMinutes => Said.Minutes is not null;

    public int Minutes => Said.Minutes ?? 0;

    public bool IsSettled => Said.IsSettled is true;

    public bool IsNotSettled => Said.IsSettled is false;

    public string? Note => Said.Note;
}

/// <param name="IsCorrected">It took the place of an earlier one, which stays in the history.</param>
public sealed record OutcomeIsKept(string Number, bool IsCorrected) : IReply, ISampled<OutcomeIsKept>
{
    public static IReadOnlyList<OutcomeIsKept> Samples => [new("LA-0116-037", IsCorrected: false), new("LA-0116-037", IsCorrected: true)];
}

/// <summary>Somebody else wrote it while it was being read back.</summary>
public sealed record OutcomeChangedMeanwhile(string Number) : IReply, ISampled<OutcomeChangedMeanwhile>
{
    public static IReadOnlyList<OutcomeChangedMeanwhile> Samples => [new("LA-0116-037")];
}

/// <param name="IsThere">They have come; else <paramref name="IsMissed"/>, they have not; else they did not answer.</param>
public sealed record DeedIsNoted(string Number, bool IsThere, bool IsMissed) : IReply, ISampled<DeedIsNoted>
{
    public static IReadOnlyList<DeedIsNoted> Samples => [new("LA-0116-037", true, false), new("LA-0116-037", false, true), new("LA-0116-037", false, false)];
}

/// <summary>It cannot be done to the consultation as it is now.</summary>
public sealed record DeedIsNotNow(string Number) : IReply, ISampled<DeedIsNotNow>
{
    public static IReadOnlyList<DeedIsNotNow> Samples => [new("LA-0116-037")];
}

/// <param name="Link">Secret; shown once.</param>
public sealed record CalendarIsOpen(string Link) : IReply, ISampled<CalendarIsOpen>
{
    public static IReadOnlyList<CalendarIsOpen> Samples => [new("https://bot.union.example/legal-aid/calendar/Zm9vYmFy.ics")];
}

public sealed record CalendarIsEnded : IReply;

public sealed record NoCalendar : IReply;

file static class LineSamples
{
    private static readonly DateTimeOffset At = new(2026, 1, 16, 6, 30, 0, TimeSpan.Zero);

    public static IReadOnlyList<LawyerLine> Some =>
    [
        new("0", "LA-0116-037", At, ConsultationModes.Phone, Site: null, "13800000001", BookingState.Booked) { IsUrgent = true, SaysComing = true },
        new("1", "LA-0116-038", At.AddMinutes(40), ConsultationModes.OnSite, "职工服务中心", Called: null, BookingState.CheckedIn),
        new("2", "LA-0116-039", At.AddMinutes(80), ConsultationModes.Video, Site: null, Called: null, BookingState.Done),
    ];
}

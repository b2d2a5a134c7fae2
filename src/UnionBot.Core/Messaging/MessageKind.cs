namespace UnionBot.Core.Messaging;

/// <summary>
/// What a message to a person is, which decides by which ways it may go and what may hold it. Stored as a number, so
/// never reordered.
/// </summary>
public enum MessageKind : short
{
    /// <summary>What the person just asked for: never held back.</summary>
    Answer = 0,

    /// <summary>A member of staff answers in an open case.</summary>
    StaffAnswer = 1,

    /// <summary>How far a case of the person's own is.</summary>
    CaseProgress = 2,

    /// <summary>Work that waits for a member of staff.</summary>
    StaffNotice = 3,

    /// <summary>Somebody's life or safety may be at stake.</summary>
    Alarm = 4,

    /// <summary>A one-time code, or why it did not come.</summary>
    Code = 5,

    /// <summary>Confirmation or change of the person's own booking.</summary>
    Booking = 6,

    /// <summary>The same of a visit.</summary>
    Visit = 7,

    /// <summary>What became of an application of the person's own.</summary>
    Application = 8,

    /// <summary>Vacancies by a rule that the person set.</summary>
    VacancyPush = 9,

    /// <summary>A notice of a campaign (夏送清凉 …).</summary>
    Campaign = 10,

    /// <summary>One text to many.</summary>
    Broadcast = 11,

    /// <summary>The person's own booking comes near. Not asked for at that hour, so never told in the quiet ones.</summary>
    BookingReminder = 12,

    /// <summary>The same of a visit.</summary>
    VisitReminder = 13,

    /// <summary>Many are warned of a danger (a storm, a flood), as two named members of staff decided: at any hour, whatever else they were told.</summary>
    Warning = 14,

    /// <summary>Answers what was told in several messages, once nothing more has come for a while; never said to whoever wrote again.</summary>
    AfterSilence = 15,

    /// <summary>The articles of a broadcast, shown to the member of staff who wants to see them on their own phone.</summary>
    Preview = 16,
}

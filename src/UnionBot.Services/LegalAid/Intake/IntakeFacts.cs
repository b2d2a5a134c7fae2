namespace UnionBot.Services.LegalAid.Intake;

/// <summary>What somebody has told for a consultation so far. For the lawyer alone: kept encrypted, never in a log or a notice.</summary>
public sealed record IntakeFacts
{
    /// <summary>From so many people on it is a matter of a group.</summary>
    public const int Group = 3;

    /// <summary>From so many on they choose who speaks for them (劳动争议调解仲裁法 §7).</summary>
    public const int NeedsRepresentatives = 10;

    /// <summary>Codes of the matters, as in <c>understanding/words/codes.yaml</c>, the first said first.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public IReadOnlyList<ToldEvent> Events { get; init; } = [];

    /// <summary>What is at stake; null when it was not said.</summary>
    public long? AmountFen { get; init; }

    /// <summary>For how many months pay is owed; null when it was not said.</summary>
    public int? MonthsOwed { get; init; }

    /// <summary>As it was said; used only to keep a lawyer of the other side out.</summary>
    public string? Employer { get; init; }

    /// <summary>The district where the work is done, or that was named without saying more.</summary>
    public string? WorksIn { get; init; }

    /// <summary>They said that the work is done there: a place that was only named sends nobody elsewhere.</summary>
    public bool IsWorkplaceSure { get; init; }

    public string? LivesIn { get; init; }

    /// <summary>How many people have the same matter; null when nobody else was spoken of.</summary>
    public int? People { get; init; }

    /// <summary>Null when it was not said.</summary>
    public bool? IsEmployed { get; init; }

    public StepsTaken Done { get; init; }

    public Evidence Evidence { get; init; }

    public ConsultMode? Mode { get; init; }

    public LawyerWish Wish { get; init; }

    /// <summary>济南话: the lawyer is to speak it; null when none was named.</summary>
    public string? Dialect { get; init; }

    /// <summary>王律师; null when none was named.</summary>
    public string? Lawyer { get; init; }

    /// <summary>For whom somebody else asks: 我妈; null for the person's own matter.</summary>
    public string? ForWhom { get; init; }

    /// <summary>A lawyer is to act for them, not only to advise.</summary>
    public bool WantsRepresentation { get; init; }

    /// <summary>The words themselves, numbers masked, no longer than a lawyer reads at once.</summary>
    public string Story { get; init; } = "";

    /// <summary>Keys of photos and papers that were sent.</summary>
    public IReadOnlyList<long> Papers { get; init; } = [];

    /// <summary>Where the matter belongs: where the work is done, not where the person lives (劳动争议调解仲裁法 §21).</summary>
    public string? District => WorksIn ?? LivesIn;

    public bool IsEmpty => Topics.Count == 0 && Events.Count == 0 && Story.Length == 0;
}

/// <summary>What was done about it already.</summary>
[Flags]
public enum StepsTaken
{
    None = 0,
    Arbitration = 1 << 0,
    Suit = 1 << 1,
    Inspection = 1 << 2,
    Mediation = 1 << 3,
    Police = 1 << 4,
    OwnLawyer = 1 << 5,
}

[Flags]
public enum Evidence
{
    None = 0,
    Contract = 1 << 0,
    PayRecords = 1 << 1,
    Attendance = 1 << 2,
    Messages = 1 << 3,
    Papers = 1 << 4,
    Medical = 1 << 5,

    /// <summary>Nothing is there, and that was said.</summary>
    Nothing = 1 << 6,
}

/// <summary>How a consultation is held.</summary>
public enum ConsultMode
{
    Onsite,
    Phone,
    Video,
}

/// <summary>What somebody wishes of the lawyer.</summary>
[Flags]
public enum LawyerWish
{
    None = 0,
    Woman = 1 << 0,
    Dialect = 1 << 1,
    Sign = 1 << 2,

    /// <summary>One of the team for riders, drivers and the like.</summary>
    NewForms = 1 << 3,
}

namespace UnionBot.Services.LegalAid.Deadlines;

/// <summary>What a limit is counted from. By the same names, in kebab case, in <c>limits.yaml</c> and <c>events.yaml</c>.</summary>
public enum LimitEvent
{
    /// <summary>The person knew that their right was violated.</summary>
    Knew,

    /// <summary>The violation: of one that goes on, its end.</summary>
    Violation,

    /// <summary>Employment ended, whoever ended it.</summary>
    Left,
    Hired,
    Accident,

    /// <summary>An occupational disease was diagnosed.</summary>
    Diagnosis,

    /// <summary>The award of the arbitration came.</summary>
    Award,

    /// <summary>The arbitration wrote that it does not take the matter.</summary>
    Refusal,

    /// <summary>The application for arbitration was handed in.</summary>
    Filed,

    /// <summary>An authority took the matter.</summary>
    Accepted,

    /// <summary>The day until which the other side was to pay.</summary>
    Due,

    /// <summary>The decision on the work injury came.</summary>
    InjuryDecision,

    /// <summary>The assessment of the ability to work came.</summary>
    Assessment,
    DiseaseCertificate,
    DiseaseAppraisal,
    Resigned,
    ResignedInTrial,
    AidApplied,
    Sick,
}

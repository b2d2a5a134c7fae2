namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>What was done for the person, one or several. Stored as number: never changed.</summary>
[Flags]
public enum OutcomeKinds : short
{
    None = 0,

    /// <summary>咨询: advice was given.</summary>
    Advice = 1,

    /// <summary>代书: papers were written for them.</summary>
    Drafting = 2,

    /// <summary>调解.</summary>
    Mediation = 4,

    /// <summary>仲裁: somebody acts for them before the arbitration commission.</summary>
    Arbitration = 8,

    /// <summary>诉讼代理: somebody acts for them in court.</summary>
    Litigation = 16,

    /// <summary>转法援: to the state's legal aid centre.</summary>
    ToLegalAid = 32,

    /// <summary>转信访.</summary>
    ToPetition = 64,

    /// <summary>转心理: to psychological aid.</summary>
    ToCounselling = 128,

    /// <summary>Whatever goes on elsewhere.</summary>
    Transfers = ToLegalAid | ToPetition | ToCounselling,

    All = Advice | Drafting | Mediation | Arbitration | Litigation | Transfers,
}

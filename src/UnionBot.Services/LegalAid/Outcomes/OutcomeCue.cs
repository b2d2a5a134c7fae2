namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>What words of a lawyer's message say; each is a list of <c>legal-aid/outcomes.yaml</c>.</summary>
internal enum OutcomeCue
{
    Advice,
    Drafting,
    Mediation,
    Arbitration,
    Litigation,
    ToLegalAid,
    ToPetition,
    ToCounselling,

    Settled,
    NotSettled,

    /// <summary>In front of what the matter is about, and of what was got back.</summary>
    Involved,
    Recovered,

    /// <summary>They are there, did not come, or did not answer.</summary>
    Came,
    Missed,
    NotAnswered,
}

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>What is known of a lawyer beside the name.</summary>
public sealed record LawyerFacts
{
    /// <summary>Their law firm or office.</summary>
    public required string Office { get; init; }

    /// <summary>Topics they know best: <c>wage_arrears</c>, <c>work_injury</c> …</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>济南话, 维吾尔语 …</summary>
    public IReadOnlyList<string> Dialects { get; init; } = [];

    public ConsultationModes Modes { get; init; } = ConsultationModes.All;

    public bool IsWoman { get; init; }

    /// <summary>手语.</summary>
    public bool Signs { get; init; }

    /// <summary>Of the team for riders, drivers and the like (新就业形态).</summary>
    public bool NewForms { get; init; }

    /// <summary>Invented, for a demonstration.</summary>
    public bool IsDemo { get; init; }
}

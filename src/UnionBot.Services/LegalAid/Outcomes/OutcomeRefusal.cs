namespace UnionBot.Services.LegalAid.Outcomes;

/// <summary>Why no outcome was kept. Expected outcomes, no errors.</summary>
public enum OutcomeRefusal
{
    NoSuchBooking,

    /// <summary>Its day has not come.</summary>
    NotYet,

    /// <summary>It was cancelled, or the person did not come or answer.</summary>
    NotHeld,

    /// <summary>Somebody wrote another version since it was looked at.</summary>
    ChangedMeanwhile,

    /// <summary>No kind, or a number that cannot be.</summary>
    Impossible,
}

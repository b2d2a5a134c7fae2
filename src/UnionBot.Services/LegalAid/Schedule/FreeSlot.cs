namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>A time at which a lawyer is free, for one way of speaking with them.</summary>
/// <param name="StartsAt">UTC, as is the end.</param>
/// <param name="SiteId">Null when nobody has to come anywhere.</param>
public sealed record FreeSlot(long LawyerId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, ConsultationModes Mode, long? SiteId)
{
    /// <summary>The lawyer's name, in clear; never logged.</summary>
    public string Lawyer { get; init; } = "";

    public bool IsWoman { get; init; }

    /// <summary>Null when nobody has to come anywhere.</summary>
    public string? Site { get; init; }

    public string? Address { get; init; }
}

namespace UnionBot.Services.LegalAid.Schedule;

/// <summary>Hours of a lawyer on one day.</summary>
/// <param name="StartsAt">UTC, as is the end.</param>
internal sealed record WorkBlock(long LawyerId, DateTimeOffset StartsAt, DateTimeOffset EndsAt, long? SiteId, ConsultationModes Modes);

/// <summary>A time that is taken, with the rests around it.</summary>
/// <param name="SiteId">Null when no room is needed.</param>
internal sealed record BusyTime(long LawyerId, long? SiteId, DateTimeOffset From, DateTimeOffset Until)
{
    public bool Meets(DateTimeOffset from, DateTimeOffset until) => From < until && from < Until;
}
